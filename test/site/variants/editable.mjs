import { intro, verifyForm } from './parts.mjs';

const script = `
  {
    const form = document.querySelector('#code-form');
    const cells = [...form.querySelectorAll('.boxes [contenteditable]')];
    cells.forEach((cell, index) => cell.addEventListener('input', () => {
      const digits = cell.textContent.replace(/[^0-9]/g, '');
      if (cell.textContent !== digits.slice(0, 1)) cell.textContent = digits.slice(0, 1);
      if (digits) cells[index + 1]?.focus();
      form.elements.namedItem('code').value = cells.map((each) => each.textContent).join('');
      form.querySelector('#verify').disabled = !cells.every((each) => each.textContent);
    }));
  }`;

/**
 * Boxes that are no inputs: elements that the page made editable, one for each digit, joined in a hidden field.
 * @type {import('./parts.mjs').Variant}
 */
export const editable = {
  id: 'editable',
  title: 'Six editable elements',
  html: (context) => {
    const cell = (/** @type {number} */ index) =>
      `<div id="digit-${index}" contenteditable="true" role="textbox" inputmode="numeric" ` +
      `aria-label="Digit ${index} of ${context.digits}"></div>`;
    const cells = Array.from({ length: context.digits }, (_, index) => cell(index + 1)).join('');
    const fields = `<input type="hidden" name="code"><div class="boxes">${cells}</div>`;
    return `${intro(context)}${verifyForm(fields, { disabled: true })}<script>${script}</script>`;
  },
};
