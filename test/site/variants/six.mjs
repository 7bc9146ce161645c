import { boxesScript } from './boxes.mjs';
import { intro, verifyForm } from './parts.mjs';

/** @param {number} index @param {number} count */
const box = (index, count) =>
  `<input id="digit-${index}" type="text" inputmode="numeric" maxlength="1" pattern="[0-9]" ` +
  `autocomplete="${index === 1 ? 'one-time-code' : 'off'}" aria-label="Digit ${index} of ${count}">`;

/**
 * A box for each digit. Only the first is marked `one-time-code`, and each takes one character: a whole code
 * put into the first is no code.
 * @type {import('./parts.mjs').Variant}
 */
export const six = {
  id: 'six',
  title: 'Six boxes',
  html: (context) => {
    const boxes = Array.from({ length: context.digits }, (_, index) => box(index + 1, context.digits));
    const fields = `<input type="hidden" name="code"><div class="boxes">${boxes.join('')}</div>`;
    return `${intro(context)}${verifyForm(fields, { disabled: true })}<script>${boxesScript}</script>`;
  },
};
