import { codeField, intro, verifyForm } from './parts.mjs';

/**
 * The field stands in a frame of the same origin, which sends the whole page on.
 * @type {import('./parts.mjs').Variant}
 */
export const sameIframe = {
  id: 'same-iframe',
  title: 'A field in a frame of this site',
  html: (context) =>
    `${intro(context)}<iframe id="code-frame" title="Verification" src="/challenge/frame"></iframe>`,
};

/**
 * What the frame shows.
 * @param {import('./parts.mjs').Context} context
 */
export function sameIframeContent(context) {
  return verifyForm(codeField(context), { target: '_top' });
}
