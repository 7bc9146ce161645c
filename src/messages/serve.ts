import { AppError } from '../core/app-error.ts';
import { browser, type Runtime } from '../platform/browser.ts';
import type { FromContent, FromOffer, FromOwnPage } from './protocol.ts';
import { type Sender, senderOf } from './sender.ts';
import { type DataOf, type Envelope, isEnvelope, type Reply } from './wire.ts';

type Awaitable<T> = T | Promise<T>;
type Answer<F> = F extends (...data: never[]) => infer R ? R : never;
export type PageSender = Extract<Sender, { kind: 'page' }>;
export type OfferSender = Extract<Sender, { kind: 'offer' }>;

/** All handlers for our own pages: complete by type. Data is ours, so its type holds; its meaning is checked in core. */
export type OwnPageHandlers = {
  [K in keyof FromOwnPage]: (data: DataOf<FromOwnPage[K]>) => Awaitable<Answer<FromOwnPage[K]>>;
};

/** All handlers for content scripts: data is unknown until they have parsed it. */
export type ContentHandlers = {
  [K in keyof FromContent]: (data: unknown, sender: PageSender) => Awaitable<Answer<FromContent[K]>>;
};

/** The same for the offer's frame, whose word on a document is only as good as the background finds it. */
export type OfferHandlers = {
  [K in keyof FromOffer]: (data: unknown, sender: OfferSender) => Awaitable<Answer<FromOffer[K]>>;
};

export interface Handlers {
  own: OwnPageHandlers;
  content: ContentHandlers;
  offer: OfferHandlers;
}

/** Where it happened and nothing of what it was about: an error's message may quote what it stumbled over. */
function frames(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const ours = /^\s+at |^[^\s@]*@(moz|chrome)-extension:/;
  return stack
    .split('\n')
    .filter((line) => ours.test(line))
    .join('\n');
}

async function answer(call: () => unknown): Promise<Reply> {
  try {
    return { reply: await call() };
  } catch (error) {
    if (error instanceof AppError) {
      const { code, seconds } = error;
      return { failed: code, ...(seconds !== null && { seconds }) };
    }
    console.error(
      'Tweestap: a handler failed',
      error instanceof Error ? error.name : typeof error,
      frames(error),
    );
    return { failed: 'internal' };
  }
}

/** Decides for one message; undefined means "not ours", and is what a stranger gets. */
export function dispatch(
  message: unknown,
  raw: Runtime.MessageSender,
  { own, content, offer }: Handlers,
): Promise<Reply> | undefined {
  if (!isEnvelope(message)) return undefined;
  const { tweestap, name, data } = message as Envelope;
  const sender = senderOf(raw);
  if (tweestap === 'own-page' && sender.kind === 'own-page' && Object.hasOwn(own, name)) {
    const handler = own[name as keyof OwnPageHandlers] as (data: unknown) => unknown;
    return answer(() => handler(data));
  }
  if (tweestap === 'content' && sender.kind === 'page' && Object.hasOwn(content, name)) {
    const handler = content[name as keyof ContentHandlers];
    return answer(() => handler(data, sender));
  }
  if (tweestap === 'offer' && sender.kind === 'offer' && Object.hasOwn(offer, name)) {
    const handler = offer[name as keyof OfferHandlers];
    return answer(() => handler(data, sender));
  }
  return undefined;
}

/** The background's one listener; registered synchronously, so that it wakes a sleeping worker. */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener(((message: unknown, sender: Runtime.MessageSender) =>
    dispatch(message, sender, handlers)) as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
}
