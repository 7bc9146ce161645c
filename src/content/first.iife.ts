/** The part that every frame loads: waits until something is there that could take a code, then has the rest loaded. */
import type { Envelope } from '../messages/wire.ts';
import { hasCandidate } from './candidates.ts';
import { claimDocument, isOrphan, type Life } from './page-life.ts';
import { runtime } from './runtime.ts';
import { watchFields } from './watch-fields.ts';

const PRESSES = 'pointerdown mousedown pointerup mouseup touchstart touchend click dblclick'.split(' ');
const FIRST = [
  ...PRESSES,
  'keydown',
  'keyup',
  'input',
  'focusin',
  'focusout',
  'submit',
  'formdata',
  'pagehide',
];
const LOAD: Envelope = { tweestap: 'content', name: 'load' };

function start(life: Life): void {
  const { signal } = life;
  let asked = false;
  // On the window and at document_start: before the page, whose dialogs close at presses outside them.
  for (const type of FIRST) {
    addEventListener(type, (event) => life.main()?.handle(event), { capture: true, signal });
  }
  watchFields((roots) => {
    const main = life.main();
    if (main) return main.look(roots);
    if (asked || !hasCandidate(roots)) return;
    if (isOrphan()) return life.end();
    asked = true;
    // Without an answer the next look asks again: the background may be on its way to a new version.
    void runtime()
      ?.sendMessage(LOAD)
      .catch(() => {
        asked = false;
      });
  }, signal);
}

const life = claimDocument();
if (life !== null) start(life);
