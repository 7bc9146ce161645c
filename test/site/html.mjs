const ENTITIES = /** @type {Record<string, string>} */ ({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
});

/**
 * Text made safe inside an element or a quoted attribute.
 * @param {string} text
 */
export function esc(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * A value as a script literal, which cannot end the script element it stands in.
 * @param {unknown} value
 */
export function literal(value) {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/**
 * The line an error sentence stands in: always `#error`, hidden while there is nothing to say.
 * @param {string} error
 */
export function errorLine(error) {
  return `<p id="error" class="error" role="alert"${error ? '' : ' hidden'}>${esc(error)}</p>`;
}
