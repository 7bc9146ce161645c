/** Secrets of a test that are put into both stores, in each form that one of ours might take. */
import { randomBytes } from 'node:crypto';
import type { Driver } from '../e2e/driver/index.mjs';
import { snappy } from './made-files.mjs';

interface Planted {
  pin: string;
  local: string;
  hex: string;
  wide: string;
  raw: string;
  packed: string;
  compressed: string;
}

declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

/** Runs in an own page. */
async function plant({ pin, local, hex, wide, raw, packed, compressed }: Planted): Promise<boolean> {
  const { storage } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
  await storage.local.set({ control: { local, pin } });
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('control');
    opening.onupgradeneeded = () => opening.result.createObjectStore('control');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const bytes = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const writing = db.transaction('control', 'readwrite', { durability: 'strict' });
  const store = writing.objectStore('control');
  // One character beyond Latin 1, and both browsers write two bytes for each.
  store.put({ hex, wide: `\u2603${wide}`, raw: bytes(raw), packed: bytes(packed) }, 'planted');
  store.put('a'.repeat(20_000) + compressed, 'compressed');
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onerror = reject;
  });
  db.close();
  return true;
}

/** Gives what has to be found. */
export async function plantSecrets(driver: Driver, pin: string): Promise<Record<string, Buffer>> {
  const [local, hex, wide, raw, packed, compressed] = Array.from({ length: 6 }, () => randomBytes(33)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const planted: Planted = {
    pin,
    local: local.toString('base64'),
    hex: hex.toString('hex'),
    wide: wide.toString('base64'),
    raw: raw.toString('base64'),
    packed: snappy(packed).toString('base64'),
    compressed: compressed.toString('hex'),
  };
  await driver.page.eval(plant, { args: [planted] });
  return { local, hex, wide, raw, packed, compressed };
}
