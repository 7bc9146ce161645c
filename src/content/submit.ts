import { type CodeBox, formOf } from './code-box.ts';
import type { Sending } from './sending.ts';
import { isOtherWay, isSendWord } from './submit-words.ts';
import { standsIn } from './taken.ts';
import { isVisible } from './visible.ts';
import { pause } from './write-value.ts';

/** Pages enable their button a moment after the code is complete. */
const ENABLED_MS = 1_000;
const STEP_MS = 50;
const BUTTONS = 'button, input[type="submit"], input[type="image"], input[type="button"], [role="button"]';
/** Beyond these, what stands around a field is the rest of the page. */
const ENDS = 'dialog, [role="dialog"], main, body';

type Button = HTMLElement;

function wordsOf(button: Button): string {
  const own =
    button instanceof HTMLInputElement ? `${button.value} ${button.alt}` : (button.textContent ?? '');
  return `${own} ${button.getAttribute('aria-label') ?? ''} ${button.title}`.trim();
}

function isDisabled(button: Button): boolean {
  return (button as HTMLButtonElement).disabled === true || button.getAttribute('aria-disabled') === 'true';
}

function isSubmit(button: Button): boolean {
  const type = button instanceof HTMLButtonElement || button instanceof HTMLInputElement ? button.type : '';
  return type === 'submit' || type === 'image';
}

const formOfButton = (button: Button) => (button as HTMLButtonElement).form ?? button.closest('form');

function only<T>(list: readonly T[]): T | null {
  return list.length === 1 ? (list[0] ?? null) : null;
}

/** Those that could send what stands in a field of this form, or of none. */
function usable(root: ParentNode, form: HTMLFormElement | null): Button[] {
  return [...root.querySelectorAll<Button>(BUTTONS)].filter(
    (button) =>
      formOfButton(button) === form &&
      isVisible(button) &&
      wordsOf(button) !== '' &&
      !isOtherWay(wordsOf(button)),
  );
}

/**
 * The one button that sends this code: its form's own, or else one whose words say so, near it. Null where there is none,
 * or more than one that it could be.
 */
export function submitButton(box: CodeBox): Button | null {
  const form = formOf(box);
  const saysSo = (button: Button) => isSendWord(wordsOf(button));
  if (form !== null) {
    // A form's button may stand outside of it.
    const found = usable(form.getRootNode() as Document | ShadowRoot, form);
    const submits = found.filter(isSubmit);
    return only(submits.length > 1 ? submits.filter(saysSo) : submits) ?? only(found.filter(saysSo));
  }
  for (let root = box.parentElement; root !== null; root = root.parentElement) {
    const found = usable(root, null).filter(saysSo);
    if (found.length > 0) return only(found);
    if (root.matches(ENDS)) return null;
  }
  return null;
}

/** Whether the button could be pressed before the code came: one that cannot be any more is busy with it. */
export function isReady(box: CodeBox): boolean {
  const button = submitButton(box);
  return button !== null && !isDisabled(button);
}

/** Presses the page's button as soon as it can be pressed, unless the page sends the code itself. */
export async function submitCode(
  boxes: readonly [CodeBox, ...CodeBox[]],
  { code, wasReady, sending }: { code: string; wasReady: boolean; sending: Sending },
): Promise<void> {
  for (let waited = 0; waited <= ENABLED_MS; waited += STEP_MS) {
    // After a task of its own: a page that sends itself does so in its own handler.
    await pause(STEP_MS);
    if (sending.hasSent() || !standsIn(boxes, code)) return;
    const button = submitButton(boxes[0]);
    if (button === null) continue;
    if (isDisabled(button)) {
      if (wasReady) return;
      continue;
    }
    sending.mark();
    return button.click();
  }
}
