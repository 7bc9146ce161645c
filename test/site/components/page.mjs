import { errorLine, esc } from '../html.mjs';
import { builtFiles } from './manifest.mjs';

/** Nothing for inputs or buttons as such: that would reach into what the libraries drew. */
const CSS = `body { margin: 2rem auto; max-width: 27rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
.boxes { display: flex; gap: .4rem; margin: 0 0 1rem; }
.boxes input, .slot { width: 2.6rem; height: 2.8rem; font-size: 1.25rem; text-align: center; box-sizing: border-box; }
.slot { border: 1px solid #8793a4; border-radius: 6px; line-height: 2.7rem; }`;

/** What says itself what it asks for. */
const WHOLE_STEPS = ['okta-widget'];
const INTRO = `<h1>Two-step verification</h1>
<p>Enter the 6-digit code from your authenticator app.</p>`;

/** The page of a component: a heading, as sites have it, and what the build made. @param {string} name */
export function componentPage(name) {
  const { script, styles } = builtFiles(name);
  const head = styles.map((file) => `<link rel="stylesheet" href="/${esc(file)}">`).join('\n');
  return whole(
    `${head}\n<script type="module" src="/${esc(script)}"></script>`,
    `${WHOLE_STEPS.includes(name) ? '' : INTRO}\n${errorLine('')}\n<div id="app"></div>`,
  );
}

/** Where the code leads when it was right. @param {string} name */
export function welcomePage(name) {
  return whole('', `<h1>Welcome</h1><p id="signed-in">Signed in by ${esc(name)}</p>`);
}

/** @param {string} error */
export function refusedPage(error) {
  return whole('', `<h1>Sign in</h1>${errorLine(error)}`);
}

/** @param {string} head HTML @param {string} body HTML */
function whole(head, body) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in</title>
<link rel="icon" href="data:,">
<style>${CSS}</style>
${head}
</head>
<body><main>${body}</main></body>
</html>`;
}
