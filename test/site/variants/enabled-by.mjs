import { codeField, intro, verifyForm } from './parts.mjs';

/**
 * A form whose button is enabled only when an event of that name tells of a complete code.
 * @param {import('./parts.mjs').Context} context
 * @param {'change' | 'input'} event
 */
function enabledBy(context, event) {
  return `${intro(context)}${verifyForm(codeField(context), { disabled: true })}
<script>
  document.getElementById('code').addEventListener('${event}', ({ target }) => {
    document.getElementById('verify').disabled = !/^[0-9]{${context.digits}}$/.test(target.value);
  });
</script>`;
}

/**
 * The page listens to `change` only, which people cause by leaving the field.
 * @type {import('./parts.mjs').Variant}
 */
export const changeOnly = {
  id: 'change-only',
  title: 'A button enabled by the change event',
  html: (context) => enabledBy(context, 'change'),
};

/** The page listens to `input` only. @type {import('./parts.mjs').Variant} */
export const inputOnly = {
  id: 'input-only',
  title: 'A button enabled by the input event',
  html: (context) => enabledBy(context, 'input'),
};
