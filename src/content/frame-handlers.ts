import type { FrameHandlers } from '../messages/obey.ts';
import type { DocumentToken } from '../messages/protocol.ts';
import { type Boxes, fill, holdsOther } from './fill.ts';
import { type CodeField, findFields } from './find-fields.ts';
import type { FieldOffers } from './offer-at-field.ts';
import { pictures } from './pictures.ts';
import type { Pointed } from './pointed.ts';
import { deepActiveElement } from './roots.ts';
import { isVisible } from './visible.ts';

interface Target {
  boxes: Boxes;
  field: 'code' | 'pointed';
  focused: boolean;
  /** The user's gesture was at this very field. */
  named: boolean;
}

const NOT_TEXT =
  /^(hidden|password|checkbox|radio|button|submit|reset|image|file|range|color|date|datetime-local|month|week|time)$/;

function isWritable(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
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
  const ours = fields.filter((field) => field.kind === 'totp');
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

/** All that the background may order a frame to do. */
export function frameHandlers(token: DocumentToken, pointed: Pointed, offers: FieldOffers): FrameHandlers {
  let filling: Promise<unknown> = Promise.resolve();
  const target = (byPointing: boolean) => {
    const fields = findFields();
    // With nothing pointed at, a command means the code field of the page.
    return (
      (byPointing ? pointedTarget(pointed.element(), fields) : null) ?? codeTarget(offers.accepted(), fields)
    );
  };
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
        const found = target(data.pointed);
        if (found === null) return { done: false, why: 'no-field' };
        const outcome = await fill(found.boxes, data.code, found.named);
        if (outcome.done) offers.filled(found.boxes);
        return outcome;
      } finally {
        finish(null);
      }
    },
    pictures,
    offerChanged() {
      offers.forget();
      return null;
    },
  };
}
