import { literal } from '../html.mjs';
import { css } from '../style.mjs';
import { codeField, intro, verifyForm } from './parts.mjs';

/** The form stands in the open shadow root of a custom element. @type {import('./parts.mjs').Variant} */
export const shadow = {
  id: 'shadow',
  title: 'A field in a web component',
  html: (context) => `${intro(context)}<code-step></code-step>
<script>
  customElements.define('code-step', class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: 'open' }).innerHTML =
        ${literal(`<style>${css}</style>${verifyForm(codeField(context))}`)};
    }
  });
</script>`,
};
