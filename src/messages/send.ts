import { AppError, type AppErrorCode } from '../core/app-error.ts';
import { browser } from '../platform/browser.ts';
import type { FromContent, FromOffer, FromOwnPage, ToContent } from './protocol.ts';
import { type DataOf, type Envelope, isReply } from './wire.ts';

type Arguments<F> = DataOf<F> extends undefined ? [] : [data: DataOf<F>];
type Answer<F> = F extends (...data: never[]) => infer R ? R : never;

/** The other side is not there: the tab went away, or the extension was reloaded under a page. */
function gone(cause: unknown): never {
  throw new AppError('page-gone', { cause });
}

function unwrap(reply: unknown): unknown {
  // No answer at all: nobody was listening, or a stranger answered.
  if (!isReply(reply)) throw new AppError('page-gone');
  if ('failed' in reply) throw new AppError(reply.failed as AppErrorCode, { seconds: reply.seconds ?? null });
  return reply.reply;
}

async function toBackground(envelope: Envelope): Promise<unknown> {
  return unwrap(await browser.runtime.sendMessage(envelope).catch(gone));
}

/** Asks the background, from the popup or another page of ours. Throws `AppError`. */
export async function ask<K extends keyof FromOwnPage>(
  name: K,
  ...data: Arguments<FromOwnPage[K]>
): Promise<Answer<FromOwnPage[K]>> {
  return (await toBackground({ tweestap: 'own-page', name, data: data[0] })) as Answer<FromOwnPage[K]>;
}

/** Asks the background, from a content script. Throws `AppError`. */
export async function askFromContent<K extends keyof FromContent>(
  name: K,
  ...data: Arguments<FromContent[K]>
): Promise<Answer<FromContent[K]>> {
  return (await toBackground({ tweestap: 'content', name, data: data[0] })) as Answer<FromContent[K]>;
}

/** Tells the background of a press, from the offer's frame. Throws `AppError`. */
export async function askFromOffer<K extends keyof FromOffer>(
  name: K,
  ...data: Arguments<FromOffer[K]>
): Promise<Answer<FromOffer[K]>> {
  return (await toBackground({ tweestap: 'offer', name, data: data[0] })) as Answer<FromOffer[K]>;
}

/** A page that hangs must not hang us. Filling key by key and reading back takes less. */
const FRAME_PATIENCE_MS = 8_000;

/** Orders one frame. Throws `AppError('page-gone')` where no content script listens, or answers in time. */
export async function order<K extends keyof ToContent>(
  frame: { tabId: number; frameId: number },
  name: K,
  ...data: Arguments<ToContent[K]>
): Promise<Answer<ToContent[K]>> {
  const envelope: Envelope = { tweestap: 'to-content', name, data: data[0] };
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, FRAME_PATIENCE_MS));
  const asked = browser.tabs.sendMessage(frame.tabId, envelope, { frameId: frame.frameId }).catch(gone);
  return unwrap(await Promise.race([asked, late])) as Answer<ToContent[K]>;
}
