import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { looksLikeQr, type Pixels } from '../../src/content/qr-look.ts';

/** Draws a square of modules with a border, at a scale that need not be whole. */
function draw(modules: boolean[][], { scale = 4, border = 4, inverted = false, noise = 0 } = {}): Pixels {
  const edge = Math.round((modules.length + 2 * border) * scale);
  const data = new Uint8ClampedArray(4 * edge * edge);
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < edge; x++) {
      const dark = modules[Math.floor(y / scale) - border]?.[Math.floor(x / scale) - border] ?? false;
      const shade = (dark !== inverted ? 20 : 235) + (((x * 7919 + y * 104729) % 97) / 97 - 0.5) * noise;
      data.set([shade, shade, shade, 255], 4 * (y * edge + x));
    }
  }
  return { data, width: edge, height: edge };
}

const modulesOf = (text: string) => encode(text, { border: 0 }).data;

const URI = 'otpauth://totp/Acme:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme';

describe('a QR code', () => {
  it.each([
    ['plain', {}],
    ['small', { scale: 2 }],
    ['at an odd scale', { scale: 2.7 }],
    ['large', { scale: 9 }],
    ['without a border', { border: 0 }],
    ['light on dark', { inverted: true }],
    ['noisy', { noise: 60 }],
  ])('is seen: %s', (_, options) => {
    expect(looksLikeQr(draw(modulesOf(URI), options))).toBe(true);
  });

  it('is seen whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300 }), (text) =>
        looksLikeQr(draw(modulesOf(text), { scale: 2 })),
      ),
      // The second has what looks like a corner beside a real one.
      { numRuns: 100, examples: [['a'], ['(7-r']] },
    );
  });
});

describe('what is none', () => {
  const size = 29;
  const pattern = (dark: (x: number, y: number) => boolean) =>
    draw(Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => dark(x, y))));

  it.each([
    ['nothing', () => false],
    ['everything', () => true],
    ['a chessboard', (x: number, y: number) => (x + y) % 2 === 0],
    ['stripes', (x: number) => x % 2 === 0],
    ['a disc', (x: number, y: number) => Math.hypot(x - 14, y - 14) < 10],
    ['rings', (x: number, y: number) => Math.round(Math.hypot(x - 14, y - 14)) % 3 === 0],
    [
      'one square as in a corner',
      (x: number, y: number) =>
        Math.max(Math.abs(x - 14), Math.abs(y - 14)) !== 2 &&
        Math.max(Math.abs(x - 14), Math.abs(y - 14)) < 4,
    ],
  ])('is not seen: %s', (_, dark) => {
    expect(looksLikeQr(pattern(dark))).toBe(false);
  });

  it('is not seen in any noise', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.boolean(), { minLength: size, maxLength: size }), {
          minLength: size,
          maxLength: size,
        }),
        (modules) => !looksLikeQr(draw(modules, { scale: 3 })),
      ),
      { numRuns: 300 },
    );
  });
});
