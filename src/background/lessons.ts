/** What the user says of a field by the context menu: that it is the code field, or that it is none. */

import type { TaughtField } from '../messages/protocol.ts';
import { order } from '../messages/send.ts';
import type { PageSender } from '../messages/serve.ts';
import { announceOfferChange } from './announce.ts';
import { trustedFrame } from './frames.ts';
import { type Lesson, type Notes, parseTaughtField } from './notes.ts';
import { withMainScript } from './page-scripts.ts';
import { type OpenVault, openVault } from './vault-session.ts';
import { changeNotes, loadContent } from './vault-store.ts';

const MAX_LESSONS = 500;

const touches = (one: TaughtField, other: TaughtField) => {
  const paths = new Set(one.boxes.map((path) => JSON.stringify(path)));
  return other.boxes.some((path) => paths.has(JSON.stringify(path)));
};

/** The last word on a field holds. */
function withLesson(notes: Notes, lesson: Lesson): Notes {
  const others = notes.taught.filter((each) => each.origin !== lesson.origin || !touches(each, lesson));
  return { ...notes, taught: [...others, lesson].slice(-MAX_LESSONS) };
}

/** False where nothing was learned: the frame may not be filled, or what was pointed at takes no code. */
export async function learn(
  vault: OpenVault,
  { tabId, frameId, is }: { tabId: number; frameId: number; is: TaughtField['is'] },
): Promise<boolean> {
  const frame = await trustedFrame(tabId, frameId);
  const boxes = frame && (await withMainScript(frame, () => order(frame, 'pointedAt')));
  const field = parseTaughtField({ boxes, is });
  if (!frame || !field) return false;
  await changeNotes(vault, (notes) => withLesson(notes, { ...field, origin: new URL(frame.url).origin }));
  await announceOfferChange();
  return true;
}

export async function forgetTaught(vault: OpenVault, origin: string): Promise<void> {
  await changeNotes(vault, (notes) => {
    const taught = notes.taught.filter((lesson) => lesson.origin !== origin);
    return taught.length === notes.taught.length ? notes : { ...notes, taught };
  });
}

/** For the frame that asks, by the origin that the browser attests. */
export async function taughtTo(sender: PageSender, now: number): Promise<TaughtField[]> {
  const vault = await openVault(now);
  if (!vault || !(await trustedFrame(sender.tabId, sender.frameId))) return [];
  const { taught } = (await loadContent(vault)).notes;
  return taught.filter(({ origin }) => origin === sender.origin).map(({ boxes, is }) => ({ boxes, is }));
}
