import { fromBase64 } from '../core/base64.ts';
import type { MadeFile } from '../messages/protocol.ts';

/** Hands a file to the browser's downloads. */
export function saveFile({ file, name }: MadeFile): void {
  const bytes = fromBase64(file);
  if (!bytes) return;
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download reads it after this call: give it the time.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
