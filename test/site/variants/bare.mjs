import { errorLine } from '../html.mjs';
import { sendCodeScript } from './parts.mjs';

/**
 * No form, and a field without id, name or autocomplete: only the text before it tells.
 * @type {import('./parts.mjs').Variant}
 */
export const bare = {
  id: 'bare',
  title: 'A bare field without a form',
  html: ({ error }) => `<h1>One more step</h1>
${errorLine(error)}
<div class="line">Verification code</div>
<input type="text">
<button type="button">Confirm</button>
<script>${sendCodeScript}
  {
    const field = document.querySelector('main input');
    document.querySelector('main button').addEventListener('click', () => sendCode(field.value));
  }
</script>`,
};
