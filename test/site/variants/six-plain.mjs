import { errorLine } from '../html.mjs';
import { boxesScript } from './boxes.mjs';

/**
 * Boxes that say nothing about themselves, in a form that says nothing either: only the heading over them tells
 * what they are for. The code is put together when the form is sent.
 * @type {import('./parts.mjs').Variant}
 */
export const sixPlain = {
  id: 'six-plain',
  title: 'Six boxes that only a heading explains',
  html: ({ digits, error }) => `<h1>Enter the ${digits}-digit verification code</h1>
${errorLine(error)}
<form method="post" action="/verify">
<div class="boxes">${'<input type="text">'.repeat(digits)}</div>
<button id="verify" type="submit" disabled>Verify</button>
</form>
<script>${boxesScript}
  document.querySelector('main form').addEventListener('formdata', ({ target, formData }) => {
    formData.set('code', [...target.querySelectorAll('.boxes input')].map((box) => box.value).join(''));
  });
</script>`,
};
