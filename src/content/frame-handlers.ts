import type { FrameHandlers } from '../messages/obey.ts';
import type { DocumentToken } from '../messages/protocol.ts';
import { askFromContent } from '../messages/send.ts';
import { isForLittle } from './candidates.ts';
import { type CodeBox, hasValue, isShut, isTypable } from './code-box.ts';
import { codeEnds, isUnsent } from './code-end.ts';
import { wantsMadeCode } from './field-facts.ts';
import { type Boxes, fill, holdsOther } from './fill.ts';
import { boxesAround, type CodeField, explainFields } from './find-fields.ts';
import { isFieldShown } from './honest-page.ts';
import type { FieldOffers } from './offer-at-field.ts';
import { pictures } from './pictures.ts';
import type { Pointed } from './pointed.ts';
import { deepActiveElement } from './roots.ts';
import { pathTo } from './selector.ts';
import type { Sending, SendingWatch } from './sending.ts';
import { isReady, submitCode } from './submit.ts';
import type { Fields } from './taught-fields.ts';
import { isTypedInto, isVisible } from './visible.ts';

interface Target {
  boxes: Boxes;
  field: 'code' | 'pointed';
  focused: boolean;
  /** The user's gesture was at this very field. */
  named: boolean;
}

/** A code without an end is watched for as long as its press may take. */
const LONGEST_WATCH_MS = 5_000;

const NOT_TEXT =
  /^(hidden|password|checkbox|radio|button|submit|reset|image|file|range|color|date|datetime-local|month|week|time)$/;

function isWritable(element: Element | null): element is CodeBox {
  if (element !== null && isTypable(element) && !hasValue(element))
    return isForLittle(element) && !isShut(element) && isVisible(element);
  if (element instanceof HTMLTextAreaElement)
    return !element.readOnly && !element.disabled && isVisible(element);
  return (
    element instanceof HTMLInputElement &&
    !NOT_TEXT.test(element.type) &&
    !element.readOnly &&
    !element.disabled &&
    isVisible(element)
  );
}

function pointedTarget(element: Element | null, fields: CodeField[]): Target | null {
  const field = fields.find(({ boxes }) => boxes.some((box) => box === element));
  const boxes: Boxes | null = field?.boxes ?? (isWritable(element) ? [element] : null);
  return (
    boxes && {
      boxes,
      field: 'pointed',
      focused: boxes.some((box) => box === deepActiveElement()),
      named: true,
    }
  );
}

/** Without a gesture at a field: the one whose offer was accepted, then the focused one, then an empty one. */
function codeTarget(accepted: Boxes | null, fields: CodeField[]): Target | null {
  const active = deepActiveElement();
  const hasFocus = ({ boxes }: { boxes: Boxes }) => boxes.some((box) => box === active);
  const ours = fields.filter(wantsMadeCode);
  const chosen =
    (accepted && fields.find(({ boxes }) => boxes[0] === accepted[0])) ??
    ours.find(hasFocus) ??
    ours.find(({ boxes }) => !holdsOther(boxes)) ??
    ours[0] ??
    fields.find((field) => field.kind === 'sent' && hasFocus(field));
  if (chosen === undefined) return null;
  const focused = hasFocus(chosen);
  return { boxes: chosen.boxes, field: 'code', focused, named: focused || chosen.boxes[0] === accepted?.[0] };
}

/** A code that serves no more, and still stands where it was filled. */
interface Ended {
  field: Target;
  code: string;
  sending: Sending;
  /** The user saw the field as it was filled. */
  shown: boolean;
}

/** A page that covers or hides its field after a fill is at work on the code, or after another one. */
function isInUse({ field: { boxes }, shown }: Ended): boolean {
  return boxes.some(isTypedInto) && (!shown || boxes.some(isFieldShown));
}

interface Parts {
  fields: Fields;
  offers: FieldOffers;
  sendings: SendingWatch;
  /** What the background said before may not hold any more. */
  refresh: () => void;
  signal: AbortSignal;
}

/** All that the background may order a frame to do. */
export function frameHandlers(
  token: DocumentToken,
  pointed: Pointed,
  { fields: known, offers, sendings, refresh, signal }: Parts,
): FrameHandlers {
  let filling: Promise<unknown> = Promise.resolve();
  let ended: Ended | null = null;
  const target = (byPointing: boolean) => {
    const fields = known.now();
    // With nothing pointed at, a command means the code field of the page.
    return (
      (byPointing ? pointedTarget(pointed.element(), fields) : null) ?? codeTarget(offers.accepted(), fields)
    );
  };
  /** A new code without a word where that may be had, else the offer again. */
  const renew = async (mine: Ended, mayAsk: boolean) => {
    const { field, sending } = mine;
    ended = mine;
    const asks = mayAsk && document.hasFocus() && isInUse(mine);
    const answer = asks ? await askFromContent('refill', { document: token }).catch(() => null) : null;
    if (ended === mine) ended = null;
    sending.stop();
    if (!answer?.ok) offers.ended(field.boxes);
  };
  const stillEnded = () =>
    ended && isUnsent(ended.field.boxes, ended.code, ended.sending) && isInUse(ended) ? ended.field : null;
  return {
    fieldHere(data) {
      const found = target(data.pointed);
      return { document: token, field: found?.field ?? 'none', focused: found?.focused ?? false };
    },
    async fill(data) {
      if (data.document !== token) return { done: false, why: 'other-document' };
      // One at a time: two orders at once would type into each other.
      const before = filling;
      let finish = (_: null) => {};
      filling = new Promise<null>((resolve) => {
        finish = resolve;
      });
      await before;
      try {
        const found = data.again ? stillEnded() : target(data.pointed);
        if (found === null) return { done: false, why: 'no-field' };
        const { code, lasts, again, submit } = data;
        const { boxes, named } = found;
        const begun = performance.now();
        const sending = sendings.watch(boxes);
        const shown = boxes.some(isFieldShown);
        const wasReady = submit && isReady(boxes[0]);
        const outcome = await fill(boxes, code, named && !again);
        if (!outcome.done) {
          sending.stop();
          return outcome;
        }
        offers.filled(boxes);
        if (submit) void submitCode(boxes, { code, wasReady, sending });
        const left = (lasts ?? LONGEST_WATCH_MS) - (performance.now() - begun);
        void codeEnds(boxes, { code, lasts: left }, sending, signal).then((stands) => {
          if (stands && lasts !== null) void renew({ field: found, code, sending, shown }, !again);
          else sending.stop();
        });
        return outcome;
      } finally {
        finish(null);
      }
    },
    pictures,
    pointedAt() {
      const element = pointed.element();
      const boxes = element === null ? null : boxesAround(element);
      return boxes?.map((box) => [...pathTo(box)]) ?? null;
    },
    explain: () =>
      explainFields().map(({ boxes, verdict }) => ({
        selectors: boxes.map((box) => pathTo(box).join(' >>> ')),
        ...verdict,
      })),
    offerChanged() {
      refresh();
      return null;
    },
  };
}
