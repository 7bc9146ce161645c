import { type Picture, picturesOf } from './pictures.ts';
import { looksLikeQr, type Pixels } from './qr-look.ts';

/** Enough for the finest code that a phone would read. */
const EDGE = 400;
/** The largest of a page: each look takes some ten milliseconds. */
const LOOKED_AT = 4;
/** More shapes or pixels than any QR code has are another drawing, which would hold the page up. */
const MAX_SHAPES = 8_000;
const MAX_PIXELS = 4_000_000;
const SHAPES = 'rect, path, polygon, polyline';

function sizeOf(picture: Picture): { width: number; height: number } {
  if (picture instanceof HTMLImageElement && picture.naturalWidth > 0)
    return { width: picture.naturalWidth, height: picture.naturalHeight };
  if (picture instanceof HTMLCanvasElement) return picture;
  return picture.getBoundingClientRect();
}

function pathOf(shape: SVGGraphicsElement): Path2D {
  const of = (name: string) => shape.getAttribute(name) ?? '';
  if (shape.localName === 'path') return new Path2D(of('d'));
  if (shape.localName !== 'rect') return new Path2D(`M${of('points')}Z`);
  const box = shape.getBBox();
  const path = new Path2D();
  path.rect(box.x, box.y, box.width, box.height);
  return path;
}

/** Its shapes as they stand on the screen. Loading it as an image would tell the page that somebody did. */
function paint(context: OffscreenCanvasRenderingContext2D, svg: SVGSVGElement, scale: number): void {
  const { left, top } = svg.getBoundingClientRect();
  const shapes = svg.querySelectorAll<SVGGraphicsElement>(SHAPES);
  if (shapes.length > MAX_SHAPES) return;
  for (const shape of shapes) {
    const place = shape.getScreenCTM();
    const { fill, stroke, strokeWidth, display } = getComputedStyle(shape);
    if (place === null || display === 'none') continue;
    context.setTransform(
      new DOMMatrix().scale(scale).translate(-left, -top).multiply(DOMMatrix.fromMatrix(place)),
    );
    const path = pathOf(shape);
    if (fill !== 'none') {
      context.fillStyle = fill;
      context.fill(path);
    }
    if (stroke === 'none') continue;
    context.strokeStyle = stroke;
    context.lineWidth = Number.parseFloat(strokeWidth) || 1;
    context.stroke(path);
  }
}

function pixelsOf(picture: Picture): Pixels | null {
  const size = sizeOf(picture);
  if (size.width * size.height > MAX_PIXELS) return null;
  const scale = Math.min(1, EDGE / Math.max(size.width, size.height));
  const width = Math.round(size.width * scale);
  const height = Math.round(size.height * scale);
  const context = new OffscreenCanvas(Math.max(1, width), Math.max(1, height)).getContext('2d', {
    willReadFrequently: true,
  });
  if (context === null || width === 0 || height === 0) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  try {
    if (picture instanceof SVGSVGElement) paint(context, picture, scale);
    else context.drawImage(picture, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  } catch {
    // Another origin's picture, or a shape without a form.
    return null;
  }
}

/** The page shows a QR code beside its code field: it is the one that a new account begins with. */
export function showsQr(): boolean {
  return picturesOf()
    .slice(0, LOOKED_AT)
    .some((picture) => {
      const pixels = pixelsOf(picture);
      return pixels !== null && looksLikeQr(pixels);
    });
}
