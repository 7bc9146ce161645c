import { codeField, intro, sendCodeScript, verifyForm } from './parts.mjs';

/**
 * A controlled input as React makes one. The element gets a `value` property of its own that remembers what
 * the page last put there; an `input` event which tells nothing new is ignored, and after any event the field
 * is put back to the state. So a value assigned through that property is lost; one put by the setter of the
 * prototype, followed by an `input` event, is noticed.
 * @type {import('./parts.mjs').Variant}
 */
export const controlled = {
  id: 'controlled',
  title: 'A controlled field, as React makes it',
  html: (context) => `${intro(context)}${verifyForm(codeField(context), { disabled: true })}
<script>${sendCodeScript}
  {
    const field = document.getElementById('code');
    const button = document.getElementById('verify');
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    let tracked = '';
    let state = '';
    Object.defineProperty(field, 'value', {
      configurable: true,
      enumerable: true,
      get() { return native.get.call(this); },
      set(value) {
        tracked = String(value);
        native.set.call(this, value);
      },
    });
    const render = () => {
      if (field.value !== state) field.value = state;
      button.disabled = !/^[0-9]{${context.digits}}$/.test(state);
    };
    const hear = () => {
      const value = native.get.call(field);
      if (value !== tracked) {
        tracked = value;
        state = value;
      }
      render();
    };
    // At the document, where React listens too: an event that does not bubble is not heard.
    document.addEventListener('input', hear);
    document.addEventListener('change', hear);
    document.getElementById('code-form').addEventListener('submit', (event) => {
      event.preventDefault();
      sendCode(state);
    });
  }
</script>`,
};
