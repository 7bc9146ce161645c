import type { FillOutcome } from '../messages/protocol.ts';
import { type CodeBox, isShut, textIn } from './code-box.ts';
import { type Taken, watchTaken } from './taken.ts';
import { finishBox, fireKey, firePaste, focusBox, pause, writeValue } from './write-value.ts';

export type Boxes = readonly [CodeBox, ...CodeBox[]];
type How = Extract<FillOutcome, { done: true }>['how'];
/** Writes in one way; resolves to how long the page may take to show it. */
type Rung = (boxes: Boxes, code: string, taken: Taken) => Promise<number>;

const ours = new WeakMap<CodeBox, string>();

const byPaste: Rung = async ([first], code) => {
  focusBox(first);
  // A page that handles pasting prevents the default; only then is it worth a wait.
  return firePaste(first, code) ? 0 : 400;
};

const byValue: Rung = async ([first], code, taken) => {
  focusBox(first);
  if (!writeValue(first, code, 'insertFromPaste')) return 0;
  finishBox(first, code.slice(-1), taken.isOver);
  return 60;
};

const byBoxes: Rung = async (boxes, code, taken) => {
  for (const [at, box] of boxes.entries()) {
    const digit = code.charAt(at);
    // Boxes may be enabled one by one.
    for (let waited = 0; isShut(box) && waited < 5; waited += 1) await pause(15);
    if (taken.isOver()) return 0;
    focusBox(box);
    writeValue(box, digit, 'insertText');
    finishBox(box, digit, () => taken.isOver() || !box.isConnected);
    await pause(0);
  }
  return 60;
};

const byKeys: Rung = async (boxes, code, taken) => {
  let last: CodeBox = boxes[0];
  for (const [at, key] of [...code].entries()) {
    if (taken.isOver()) return 0;
    const expected = boxes[Math.min(at, boxes.length - 1)] ?? last;
    const active = (expected.getRootNode() as Document | ShadowRoot).activeElement;
    last = boxes.find((box) => box === active && boxes.length > 1 && at > 0) ?? expected;
    focusBox(last);
    if (fireKey(last, 'keydown', key) && fireKey(last, 'keypress', key)) {
      writeValue(last, boxes.length > 1 ? key : textIn(last) + key, 'insertText', key);
    }
    fireKey(last, 'keyup', key);
    await pause(10);
  }
  if (!taken.isOver()) last.dispatchEvent(new Event('change', { bubbles: true }));
  return 60;
};

function ladder(boxes: Boxes): [How, Rung][] {
  return boxes.length === 1
    ? [
        ['value', byValue],
        ['paste', byPaste],
        ['keys', byKeys],
      ]
    : [
        ['paste', byPaste],
        ['boxes', byBoxes],
        ['value', byValue],
        ['keys', byKeys],
      ];
}

function putBack(boxes: Boxes, values: readonly string[]): void {
  for (const [at, box] of boxes.entries()) {
    const value = values[at] ?? '';
    if (textIn(box) !== value) writeValue(box, value, 'deleteContentBackward', null);
  }
}

/** Somebody else's text is in the field. */
export function holdsOther(boxes: Boxes): boolean {
  return boxes.some((box) => textIn(box) !== '' && textIn(box) !== ours.get(box));
}

/**
 * Writes the code as the page will take it, mildest way first, and reads back after each. `mayReplace`: the user's
 * gesture named this field, so what stands in it may go.
 */
export async function fill(boxes: Boxes, code: string, mayReplace: boolean): Promise<FillOutcome> {
  if (boxes.length > 1 && boxes.length !== code.length) return { done: false, why: 'not-accepted' };
  if (!mayReplace && holdsOther(boxes)) return { done: false, why: 'not-accepted' };
  const before = boxes.map(textIn);
  const empty = boxes.map(() => '');
  for (const [how, rung] of ladder(boxes)) {
    putBack(boxes, empty);
    const taken = watchTaken(boxes, code);
    try {
      const written = rung(boxes, code, taken).then((patience) => taken.wait(patience));
      if (await Promise.race([written, taken.gone])) {
        for (const box of boxes) ours.set(box, textIn(box));
        return { done: true, how };
      }
    } finally {
      taken.stop();
    }
  }
  putBack(boxes, before);
  return { done: false, why: 'not-accepted' };
}
