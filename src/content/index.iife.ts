import { obey } from '../messages/obey.ts';
import type { DocumentToken } from '../messages/protocol.ts';
import { findFields } from './find-fields.ts';
import { frameHandlers } from './frame-handlers.ts';
import { offerAtFields } from './offer-at-field.ts';
import { claimDocument, isOrdinaryPage } from './page-life.ts';
import { watchPointed } from './pointed.ts';
import { watchFields } from './watch-fields.ts';

const PRESSES = 'pointerdown mousedown pointerup mouseup touchstart touchend click dblclick'.split(' ');
const FIRST = [...PRESSES, 'keydown', 'keyup', 'input', 'focusin', 'focusout'];

function start(life: AbortController): void {
  const { signal } = life;
  const token = crypto.randomUUID() as DocumentToken;
  const offers = offerAtFields(token, life);
  // On the window and at document_start: before the page, whose dialogs close at presses outside them.
  for (const type of FIRST) addEventListener(type, offers.handle, { capture: true, signal });
  const pointed = watchPointed(signal);
  obey(frameHandlers(token, pointed, offers));
  // Back from the browser's cache of pages: what was said then may not hold any more.
  addEventListener('pageshow', (event) => event.persisted && offers.forget(), { signal });
  watchFields(() => offers.update(findFields()), signal);
}

const life = isOrdinaryPage() ? claimDocument() : null;
if (life !== null) start(life);
