import { errorLine, esc } from '../html.mjs';

/**
 * A page with a frame that asks for the code but may not have it. What it is given comes out in the site's
 * stats.
 * @param {import('./parts.mjs').Context} context
 * @param {string} base the site that serves the frame
 * @param {string} kind how the frame is named in the stats
 * @param {string} attributes more attributes of the frame
 */
function framed(context, base, kind, attributes) {
  const source = `${base}/frame?user=${encodeURIComponent(context.user)}&frame=${kind}`;
  return `<h1>Two-step verification</h1>
<p class="lead">Our partner checks your code below.</p>
${errorLine(context.error)}
<iframe id="code-frame" title="Partner" src="${esc(source)}"${attributes}></iframe>
<p class="hint">This frame must not be filled in. 
<a id="other-way" href="/challenge?variant=one">Go on without it</a>.</p>`;
}

/** The frame belongs to another site. @type {import('./parts.mjs').Variant} */
export const crossIframe = {
  id: 'cross-iframe',
  title: 'A frame of another site (must be refused)',
  html: (context) => framed(context, context.crossUrl, 'cross', ''),
};

/**
 * The frame has an address of this very site, but is sandboxed: its origin is opaque. Who looks at the
 * address only is deceived.
 * @type {import('./parts.mjs').Variant}
 */
export const sandboxed = {
  id: 'sandboxed',
  title: 'A sandboxed frame (must be refused)',
  html: (context) => framed(context, context.url, 'sandboxed', ' sandbox="allow-scripts allow-forms"'),
};
