import { codeField, intro, verifyForm } from './parts.mjs';

/**
 * There is no button: the form sends itself, once, as soon as the code is complete.
 * @type {import('./parts.mjs').Variant}
 */
export const selfSubmit = {
  id: 'self-submit',
  title: 'A field that sends itself',
  html: (context) => `${intro(context)}${verifyForm(codeField(context), { button: false })}
<p class="hint">It is checked as soon as it is complete.</p>
<script>
  {
    const form = document.getElementById('code-form');
    let sent = false;
    document.getElementById('code').addEventListener('input', ({ target }) => {
      if (sent || !/^[0-9]{${context.digits}}$/.test(target.value)) return;
      sent = true;
      form.requestSubmit();
    });
  }
</script>`,
};
