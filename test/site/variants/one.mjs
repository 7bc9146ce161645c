import { codeField, intro, verifyForm } from './parts.mjs';

/**
 * The design the standards recommend: one field marked `one-time-code` in a form.
 * @type {import('./parts.mjs').Variant}
 */
export const one = {
  id: 'one',
  title: 'One field',
  html: (context) => intro(context) + verifyForm(codeField(context)),
};
