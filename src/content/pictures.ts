import { shadowRootsUnder } from './roots.ts';
import { isVisible } from './visible.ts';

const MIN_EDGE = 64;
const MAX_EDGE = 2000;
const MAX_PICTURES = 12;
const MAX_LENGTH = 2 * 1024 * 1024;
const SQUARE = 1.35;

export type Picture = HTMLImageElement | HTMLCanvasElement | SVGSVGElement;

function sizeOf(element: Element): { width: number; height: number } {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}

/** Roughly square and of a size that a camera would read. */
function mayBeCode(element: Element): boolean {
  const { width, height } = sizeOf(element);
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  return short >= MIN_EDGE && long <= MAX_EDGE && long / short <= SQUARE;
}

/** Pixels of an image as PNG. A picture of another origin taints the canvas and is left out. */
function drawn(image: HTMLImageElement | HTMLCanvasElement): string | null {
  const natural =
    image instanceof HTMLImageElement ? { width: image.naturalWidth, height: image.naturalHeight } : image;
  if (natural.width === 0 || natural.height === 0) return vectorAsIs(image);
  const scale = Math.min(1, MAX_EDGE / Math.max(natural.width, natural.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(natural.width * scale);
  canvas.height = Math.round(natural.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // Codes on a transparent ground are black on white to a reader.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

/** An SVG file without a size of its own has no pixels yet. */
function vectorAsIs(image: Element): string | null {
  const source = image instanceof HTMLImageElement ? image.currentSrc : '';
  return source.startsWith('data:image/svg+xml') ? source : null;
}

/** The drawing with an explicit size, and the colours that the page's style gives its shapes. */
function serialised(svg: SVGSVGElement): string {
  const { width, height } = sizeOf(svg);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  if (!copy.hasAttribute('viewBox')) {
    const own = (name: string, size: number) => Number.parseFloat(svg.getAttribute(name) ?? '') || size;
    copy.setAttribute('viewBox', `0 0 ${own('width', width)} ${own('height', height)}`);
  }
  copy.setAttribute('width', String(Math.round(width)));
  copy.setAttribute('height', String(Math.round(height)));
  const style = getComputedStyle(svg);
  copy.style.color = style.color;
  if (!copy.hasAttribute('fill')) copy.style.fill = style.fill;
  for (const foreign of copy.querySelectorAll('script, foreignObject, image[href^="http"]')) foreign.remove();
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}

function dataUrl(element: Picture): string | null {
  try {
    return element instanceof SVGSVGElement ? serialised(element) : drawn(element);
  } catch {
    // Tainted by another origin, or a context that cannot be read.
    return null;
  }
}

/** What may be a QR code on this page, largest first. */
export function picturesOf(): Picture[] {
  const found: Picture[] = [];
  for (const root of [document, ...shadowRootsUnder(document)]) {
    found.push(...root.querySelectorAll<Picture>('img, canvas, svg'));
  }
  return found
    .filter(
      (element) => mayBeCode(element) && isVisible(element) && element.parentElement?.closest('svg') == null,
    )
    .sort((one, other) => sizeOf(other).width - sizeOf(one).width)
    .slice(0, MAX_PICTURES);
}

/** The same as data URLs. Only what the page shows; nothing is fetched. */
export function pictures(): string[] {
  return picturesOf()
    .flatMap((element) => dataUrl(element) ?? [])
    .filter((url) => url.length <= MAX_LENGTH);
}
