import { type CodeBox, isShut } from './code-box.ts';
import type { Sending } from './sending.ts';
import { standsIn } from './taken.ts';

/** Later than its end by this much, since clocks of a page are coarse. */
const SLACK_MS = 50;

/** The code still stands there, can be written over, and was not sent. */
export function isUnsent(boxes: readonly CodeBox[], code: string, sending: Sending): boolean {
  return !sending.hasSent() && standsIn(boxes, code) && !boxes.some(isShut);
}

/** Waits beside a code that was filled for its end; resolves to whether it still stands there then, unsent. */
export function codeEnds(
  boxes: readonly CodeBox[],
  { code, lasts }: { code: string; lasts: number },
  sending: Sending,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(isUnsent(boxes, code, sending)), lasts + SLACK_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}
