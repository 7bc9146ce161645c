import { AppError } from '../core/app-error.ts';
import type { DocumentToken, Offer } from '../messages/protocol.ts';
import { askFromContent } from '../messages/send.ts';
import { type Boxes, holdsOther } from './fill.ts';
import type { CodeField } from './find-fields.ts';
import { type Pill, showPill } from './offer-pill.ts';
import { isOrphan } from './page-life.ts';
import { deepActiveElement } from './roots.ts';

const REFUSAL_MS = 60_000;
const CONSENT_MS = 120_000;
const MAX_SILENCES = 3;

export interface FieldOffers {
  /** What the page shows now. */
  update(fields: readonly CodeField[]): void;
  /** The background knows something new: ask again. */
  forget(): void;
  /** The field whose offer the user accepted lately: the fill that follows is for it. */
  accepted(): Boxes | null;
  filled(boxes: Boxes): void;
  /** Keys and presses that concern the offer; call from the window, before the page. */
  handle(event: Event): void;
}

/** The field to offer at: the one with the focus, or the only one that is there. Codes that were sent get no offer. */
function fieldToOffer(fields: readonly CodeField[]): CodeField | null {
  const ours = fields.filter((field) => field.kind === 'totp');
  const active = deepActiveElement();
  return (
    ours.find(({ boxes }) => boxes.some((box) => box === active)) ??
    (ours.length === 1 ? (ours[0] ?? null) : null)
  );
}

/** Decides when the offer stands at which field, and speaks with the background about it. */
export function offerAtFields(token: DocumentToken, life: AbortController): FieldOffers {
  let fields: readonly CodeField[] = [];
  let offer: Offer | null = null;
  let asking = false;
  let silences = 0;
  let pill: Pill | null = null;
  let hiddenForVisit = false;
  let hiddenAt: Boxes | null = null;
  let refuseUntil = 0;
  let consent: { boxes: Boxes; until: number } | null = null;

  const drop = () => {
    pill?.remove();
    pill = null;
  };
  life.signal.addEventListener('abort', drop);

  const fails = (error: unknown) => {
    drop();
    silences += 1;
    // One silence of a living extension may be an update under way; without an id there will never be an answer.
    if (!(error instanceof AppError) || isOrphan() || silences >= MAX_SILENCES) life.abort();
  };

  const ask = async () => {
    if (asking) return;
    asking = true;
    try {
      offer = await askFromContent('offer', { document: token });
      silences = 0;
    } catch (error) {
      fails(error);
    } finally {
      asking = false;
    }
    if (offer !== null) show();
  };

  const accept = async (boxes: Boxes, seen: Promise<boolean>) => {
    consent = { boxes, until: Date.now() + CONSENT_MS };
    try {
      // Only filling in the page depends on what was seen; the toolbar opens at once.
      const inPage = offer?.kind === 'fill' && (await seen);
      const answer = await askFromContent('accept', { document: token, seen: inPage });
      if (!answer.ok) drop();
    } catch (error) {
      fails(error);
    }
  };

  const show = () => {
    if (isOrphan()) life.abort();
    const field =
      life.signal.aborted || hiddenForVisit || Date.now() < refuseUntil ? null : fieldToOffer(fields);
    if (hiddenAt !== null && field?.boxes[0] !== hiddenAt[0]) hiddenAt = null;
    if (field === null || hiddenAt !== null || holdsOther(field.boxes) || isFull(field.boxes)) return drop();
    if (offer === null) return void ask();
    const { kind } = offer;
    if (kind === 'none') return drop();
    if (pill !== null && pill.boxes[0] === field.boxes[0]) return pill.say(kind);
    drop();
    const { boxes } = field;
    pill = showPill(boxes, kind, {
      accepted: (seen) => void accept(boxes, seen),
      hidden(how) {
        if (how === 'cross') hiddenForVisit = true;
        else hiddenAt = boxes;
        drop();
      },
      died(why) {
        pill = null;
        if (why === 'tampered') refuseUntil = Date.now() + REFUSAL_MS;
      },
    });
  };

  return {
    update(found) {
      fields = found;
      show();
    },
    forget() {
      offer = null;
      show();
    },
    accepted: () =>
      consent !== null && Date.now() < consent.until && consent.boxes[0].isConnected ? consent.boxes : null,
    filled(boxes) {
      consent = null;
      if (pill !== null && boxes.some((box) => pill?.boxes.some((one) => one === box))) drop();
    },
    handle(event) {
      // Who types the code needs no offer, which may stand over the page's own button; who empties the field does.
      if (event.type === 'input') return void setTimeout(show);
      if (pill === null) return;
      if (event.target === pill.host) return pill.handle(event);
      if (!(event instanceof KeyboardEvent) || event.type !== 'keydown' || !event.isTrusted) return;
      const active = deepActiveElement();
      if (!pill.boxes.some((box) => box === active)) return;
      if (event.key === 'Escape') {
        hiddenAt = pill.boxes;
        drop();
      } else if (
        event.key === 'Tab' &&
        !event.shiftKey &&
        !event.altKey &&
        !event.ctrlKey &&
        active === pill.boxes[pill.boxes.length - 1]
      ) {
        event.preventDefault();
        event.stopImmediatePropagation();
        pill.focus();
      }
    },
  };
}

function isFull(boxes: Boxes): boolean {
  return boxes.length > 1 ? boxes.every((box) => box.value !== '') : boxes[0].value.length >= 6;
}
