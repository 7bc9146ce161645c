import { codeField, intro, verifyForm } from './parts.mjs';

/**
 * The same field, but for a code that comes by SMS: no authenticator has it.
 * @type {import('./parts.mjs').Variant}
 */
export const sent = {
  id: 'sent',
  title: 'A code sent by SMS',
  html: (context) =>
    intro(context, `We sent a code by SMS to •••12. Enter the ${context.digits} digits here.`) +
    verifyForm(codeField(context)) +
    '<p class="hint actions">Nothing came? Ask for a new message in a minute.</p>',
};
