/** Reads QR codes. The reader is large, so it is loaded when the first picture comes, and always from ourselves. */
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Drawings without a size of their own, and small ones, are drawn this wide: modules of under two pixels blur. */
const COMFORTABLE_SIDE = 600;
const LARGEST_SIDE = 4096;

async function loadReader() {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });
  return readBarcodes;
}

/** The pixels, by the browser's own decoder: it knows more kinds of pictures than the reader does. */
async function pixelsOf(address: string): Promise<ImageData | null> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const side = Math.max(image.naturalWidth, image.naturalHeight) || COMFORTABLE_SIDE;
  const scale = Math.min(Math.max(1, Math.ceil(COMFORTABLE_SIDE / side)), LARGEST_SIDE / side);
  const width = Math.max(1, Math.round((image.naturalWidth || side) * scale));
  const height = Math.max(1, Math.round((image.naturalHeight || side) * scale));
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  if (!canvas) return null;
  canvas.imageSmoothingEnabled = false;
  // White below: a code on a transparent ground would be black on black.
  canvas.fillStyle = '#fff';
  canvas.fillRect(0, 0, width, height);
  canvas.drawImage(image, 0, 0, width, height);
  return canvas.getImageData(0, 0, width, height);
}

/** True for what can hold an account. */
export function isAccountUri(text: string): boolean {
  return /^otpauth(-migration)?:\/\//i.test(text.trim());
}

/** The distinct account URIs in a picture (a data or blob URL); null when it is no picture that can be read. */
export async function accountsInPicture(address: string): Promise<string[] | null> {
  const pixels = await pixelsOf(address).catch(() => null);
  if (!pixels) return null;
  const readBarcodes = await loadReader();
  const found = await readBarcodes(pixels, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 });
  return [...new Set(found.filter((symbol) => symbol.isValid).map((symbol) => symbol.text))].filter(
    isAccountUri,
  );
}

/** The distinct account URIs in several pictures, best picture first. */
export async function accountsInPictures(addresses: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const address of addresses) {
    for (const uri of (await accountsInPicture(address)) ?? []) found.add(uri);
  }
  return [...found];
}

export async function accountsInFile(file: File): Promise<string[] | null> {
  const address = URL.createObjectURL(file);
  try {
    return await accountsInPicture(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
