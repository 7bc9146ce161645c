/** The least that shows a code: one row, drawn by Preact. */
import { h, render } from 'preact';

const app = document.querySelector('#app');
if (app) render(h('main', null, h('span', { 'data-account': 'baseline' }, '000 000')), app);
