import { err, ok, type Result } from '../core/result.ts';
import { order } from '../messages/send.ts';
import { browser } from '../platform/browser.ts';
import { trustedFrames } from './frames.ts';
import { withMainScript } from './page-scripts.ts';

/**
 * What the active tab shows that may be a QR code, as data URLs: the page's own pictures, then a screenshot where the
 * browser allows one (after a toolbar click, command or menu: `activeTab`).
 */
export async function pagePictures(): Promise<Result<{ pictures: string[] }, 'no-page' | 'no-access'>> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return err('no-page');
  const frames = await trustedFrames(tab.id).catch(() => []);
  // A frame without a script of ours (not granted, or still loading) shows nothing; the screenshot may.
  const found = await Promise.all(
    frames.map((frame) => withMainScript(frame, () => order(frame, 'pictures')).catch(() => [])),
  );
  const screenshot = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' }).catch(() => null);
  const pictures = [...found.flat().filter(isPicture), ...(screenshot ? [screenshot] : [])];
  return pictures.length > 0 ? ok({ pictures }) : err(frames.length > 0 ? 'no-page' : 'no-access');
}

/** A frame's answer is the page's word: only picture data goes on to the decoder. */
function isPicture(value: unknown): value is string {
  return typeof value === 'string' && /^data:image\/(png|svg\+xml|jpeg|webp|gif)[;,]/.test(value);
}
