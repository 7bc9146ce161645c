import { AppError } from '../core/app-error.ts';
import type { DocumentToken, Offer } from '../messages/protocol.ts';
import { askFromContent } from '../messages/send.ts';
import { textIn } from './code-box.ts';
import { showsQr } from './enrolment.ts';
import { wantsMadeCode } from './field-facts.ts';
import { type Boxes, holdsOther } from './fill.ts';
import type { CodeField } from './find-fields.ts';
import { type Pill, showPill } from './offer-pill.ts';
import { isOrphan, type Life } from './page-life.ts';
import { deepActiveElement } from './roots.ts';

const REFUSAL_MS = 60_000;
const CONSENT_MS = 120_000;
const MAX_SILENCES = 3;
const LATE_PICTURE_MS = 2_000;

export interface FieldOffers {
  /** What the page shows now. */
  update(fields: readonly CodeField[]): void;
  /** The background knows something new: ask again. */
  forget(): void;
  /** The field whose offer the user accepted lately: the fill that follows is for it. */
  accepted(): Boxes | null;
  filled(boxes: Boxes): void;
  /** The code that stands in it serves no more. */
  ended(boxes: Boxes): void;
  /** Keys and presses that concern the offer; call from the window, before the page. */
  handle(event: Event): void;
}

/** The field to offer at: the one with the focus, or the only one that is there. Codes that were sent get no offer. */
function fieldToOffer(fields: readonly CodeField[]): CodeField | null {
  const ours = fields.filter(wantsMadeCode);
  const active = deepActiveElement();
  return (
    ours.find(({ boxes }) => boxes.some((box) => box === active)) ??
    (ours.length === 1 ? (ours[0] ?? null) : null)
  );
}

/** Decides when the offer stands at which field, and speaks with the background about it. */
export function offerAtFields(token: DocumentToken, life: Life): FieldOffers {
  let fields: readonly CodeField[] = [];
  let offer: Offer | null = null;
  let asking = false;
  /** Whom the offer was asked for; and how often what was said before was forgotten. */
  let askedFor: CodeField['boxes'][0] | null = null;
  let forgotten = 0;
  const lookedAgain = new WeakSet<CodeField['boxes'][0]>();
  let silences = 0;
  let pill: Pill | null = null;
  let hiddenForVisit = false;
  let hiddenAt: Boxes | null = null;
  let refuseUntil = 0;
  let endedIn: Boxes | null = null;
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
    if (!(error instanceof AppError) || isOrphan() || silences >= MAX_SILENCES) life.end();
  };

  const ask = async (box: CodeField['boxes'][0]) => {
    if (asking) return;
    asking = true;
    askedFor = box;
    const before = forgotten;
    try {
      offer = await askFromContent('offer', { document: token, enrols: false });
      // Looking at pictures takes a while: only where nothing else is to be offered.
      if (offer.kind === 'none' && offer.maySave && showsQr())
        offer = await askFromContent('offer', { document: token, enrols: true });
      silences = 0;
    } catch (error) {
      fails(error);
    } finally {
      asking = false;
    }
    // Locked, unlocked or taught meanwhile: what was said is of before.
    if (before !== forgotten) offer = null;
    if (offer !== null || before !== forgotten) show();
    if (offer?.kind !== 'none' || !offer.maySave || lookedAgain.has(box)) return;
    // Pages draw their QR code a moment after its field.
    lookedAgain.add(box);
    setTimeout(forget, LATE_PICTURE_MS);
  };

  const openPopup = async () => {
    try {
      const answer = await askFromContent('accept', { document: token });
      if (!answer.ok) drop();
    } catch (error) {
      fails(error);
    }
  };

  const show = () => {
    if (isOrphan()) life.end();
    const field =
      life.signal.aborted || hiddenForVisit || Date.now() < refuseUntil ? null : fieldToOffer(fields);
    if (hiddenAt !== null && field?.boxes[0] !== hiddenAt[0]) hiddenAt = null;
    if (field === null || hiddenAt !== null || holdsOther(field.boxes)) return drop();
    // What stands in it is ours from here on.
    if (isFull(field.boxes) && endedIn?.[0] !== field.boxes[0]) return drop();
    // What belongs to no account is said of one field: the next one may stand beside a QR code, or not any more.
    const ofField = offer?.kind === 'none' || offer?.kind === 'save';
    if (offer === null || (ofField && askedFor !== field.boxes[0])) return void ask(field.boxes[0]);
    const { kind } = offer;
    if (kind === 'none') return drop();
    if (pill !== null && pill.boxes[0] === field.boxes[0]) return pill.say(kind);
    drop();
    const { boxes } = field;
    pill = showPill(boxes, kind, token, {
      pressed() {
        consent = { boxes, until: Date.now() + CONSENT_MS };
      },
      accepted: () => void openPopup(),
      refused: drop,
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

  const forget = () => {
    forgotten += 1;
    offer = null;
    show();
  };

  return {
    update(found) {
      fields = found;
      show();
    },
    forget,
    accepted: () =>
      consent !== null && Date.now() < consent.until && consent.boxes[0].isConnected ? consent.boxes : null,
    filled(boxes) {
      consent = null;
      endedIn = null;
      if (pill !== null && boxes.some((box) => pill?.boxes.some((one) => one === box))) drop();
    },
    ended(boxes) {
      endedIn = boxes;
      show();
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
  return boxes.length > 1 ? boxes.every((box) => textIn(box) !== '') : textIn(boxes[0]).length >= 6;
}
