import { browser, type Runtime } from '../platform/browser.ts';
import type { ToContent } from './protocol.ts';
import { type DataOf, isEnvelope, type Reply } from './wire.ts';

type Awaitable<T> = T | Promise<T>;
type Answer<F> = F extends (...data: never[]) => infer R ? R : never;

/** All orders that a frame obeys. */
export type FrameHandlers = {
  [K in keyof ToContent]: (data: DataOf<ToContent[K]>) => Awaitable<Answer<ToContent[K]>>;
};

/** Listens in a content script for orders from our own background: nobody else can reach it. */
export function obey(handlers: FrameHandlers): void {
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<Reply> | undefined => {
    // A sender with a tab is another content script or page of ours, not the background.
    if (!isEnvelope(message) || message.tweestap !== 'to-content') return undefined;
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    if (!Object.hasOwn(handlers, message.name)) return undefined;
    const handler = handlers[message.name as keyof FrameHandlers] as (data: unknown) => unknown;
    return Promise.resolve(handler(message.data)).then(
      (reply) => ({ reply }),
      () => ({ failed: 'internal' }),
    );
  };
  browser.runtime.onMessage.addListener(
    listener as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
}
