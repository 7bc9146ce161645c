import { encode, renderSVG } from 'uqr';
import { toPng } from './png.mjs';

/** @typedef {'svg' | 'img' | 'img-svg' | 'canvas'} QrKind */

const LABEL = 'QR code to scan with an authenticator';
/** A quiet zone of four modules, as the standard asks for: a dark page must not touch the code. */
const OPTIONS = /** @type {const} */ ({ ecc: 'M', border: 4 });
const SCALE = 5;

/**
 * The HTML of a QR code, always an element `#qr`. Sites draw it in several ways and a reader of the page has
 * to cope with each: an inline `<svg>`, an `<img>` of a PNG or of an SVG, a `<canvas>` painted by a script.
 * @param {string} text
 * @param {string | null} kind a {@link QrKind}; anything else is `svg`
 */
export function qrHtml(text, kind) {
  if (kind === 'img') return image(`data:image/png;base64,${qrPng(text).toString('base64')}`);
  if (kind === 'img-svg') {
    return image(`data:image/svg+xml;base64,${Buffer.from(renderSVG(text, OPTIONS)).toString('base64')}`);
  }
  if (kind === 'canvas') return canvas(encode(text, OPTIONS).data);
  const attributes = `id="qr" class="qr" role="img" aria-label="${LABEL}"`;
  return renderSVG(text, OPTIONS).replace('<svg ', `<svg ${attributes} `);
}

/** The QR code as the bytes of a PNG file. @param {string} text */
export function qrPng(text) {
  return toPng(encode(text, OPTIONS).data, SCALE);
}

/** @param {string} source */
function image(source) {
  return `<img id="qr" class="qr" alt="${LABEL}" src="${source}">`;
}

/** @param {boolean[][]} modules */
function canvas(modules) {
  const rows = modules.map((row) => row.map((black) => (black ? '1' : '0')).join(''));
  const side = rows.length * SCALE;
  return `<canvas id="qr" class="qr" role="img" aria-label="${LABEL}"
  width="${side}" height="${side}"></canvas>
<script>
  {
    const rows = ${JSON.stringify(rows)};
    const pen = document.getElementById('qr').getContext('2d');
    rows.forEach((row, y) => [...row].forEach((module, x) => {
      pen.fillStyle = module === '1' ? '#000' : '#fff';
      pen.fillRect(x * ${SCALE}, y * ${SCALE}, ${SCALE}, ${SCALE});
    }));
  }
</script>`;
}
