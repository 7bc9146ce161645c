import { esc } from './html.mjs';
import { css } from './style.mjs';

const MARK = `<svg viewBox="0 0 24 24" aria-hidden="true" fill="currentColor"><path
  d="M3 15h8v6H3zM13 9h8v12h-8z"/><path d="M7 3l5 5h-3v4H5V8H2z" opacity=".55"/></svg>`;

/**
 * A whole page around the content of its card.
 * @param {object} page
 * @param {string} page.title
 * @param {string} page.body HTML
 * @param {string} [page.footer] HTML under the card
 */
export function layout({ title, body, footer = '' }) {
  return `${head(title)}
<body>
<div class="shell">
<div class="brand">${MARK}<span>Tweestap demo</span></div>
<main>
${body}
</main>
${footer && `<footer>${footer}</footer>`}
</div>
</body>
</html>`;
}

/**
 * A page to stand in a frame of another: its content only.
 * @param {object} page
 * @param {string} page.title
 * @param {string} page.body HTML
 */
export function frameLayout({ title, body }) {
  return `${head(title)}
<body style="background: none">
<main class="plain" style="padding: 4px">
${body}
</main>
</body>
</html>`;
}

/** @param {string} title */
function head(title) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)} – Tweestap demo</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>`;
}
