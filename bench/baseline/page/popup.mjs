/** The least that shows a code: one row, drawn by Preact. A block, since browsers name blocks as what they painted. */
import { h, render } from 'preact';

const app = document.querySelector('#app');
if (app) render(h('main', null, h('p', { 'data-account': 'baseline' }, '000 000')), app);
