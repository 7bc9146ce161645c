/** Files that the user saves and chooses; they cross to the background in base 64. */
import { fromBase64, toBase64 } from '../core/base64.ts';
import type { MadeFile } from '../messages/backup-views.ts';

/** Hands a file to the browser's downloads. */
export function saveFile({ file, name }: MadeFile): void {
  const bytes = fromBase64(file);
  if (!bytes) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  // The download has begun by then, and needs the address no more.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export async function readFile(file: File): Promise<string> {
  return toBase64(new Uint8Array(await file.arrayBuffer()));
}
