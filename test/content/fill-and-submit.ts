/** What a frame does with an order to fill and press, for a page without the extension around it. */
import { fill } from '../../src/content/fill.ts';
import { sendingWatch } from '../../src/content/sending.ts';
import { isReady, submitCode } from '../../src/content/submit.ts';

export async function fillAndSubmit(box: HTMLInputElement, code: string): Promise<void> {
  const sendings = sendingWatch();
  for (const type of ['submit', 'formdata', 'click', 'keydown'])
    addEventListener(type, sendings.handle, { capture: true });
  const sending = sendings.watch([box]);
  const wasReady = isReady(box);
  const outcome = await fill([box], code, true);
  if (outcome.done) await submitCode([box], { code, wasReady, sending });
  sending.stop();
}
