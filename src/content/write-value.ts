import { type CodeBox, hasValue } from './code-box.ts';

/** Sets the value as the browser itself would, past any setter that a framework put on the element. */
function setNative(box: CodeBox, value: string): void {
  if (!hasValue(box)) {
    box.textContent = value;
    return;
  }
  const prototype =
    box instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  const setter = Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
  if (setter === undefined) box.value = value;
  else setter.call(box, value);
}

/** Writes a value with the events of typing or pasting around it. False when the page refused it beforehand. */
export function writeValue(
  box: CodeBox,
  value: string,
  inputType: string,
  data: string | null = value,
): boolean {
  const init: InputEventInit = { bubbles: true, composed: true, inputType, data };
  if (!box.dispatchEvent(new InputEvent('beforeinput', { ...init, cancelable: true }))) return false;
  setNative(box, value);
  box.dispatchEvent(new InputEvent('input', init));
  return true;
}

/** Pages enable their button on any one of input, keyup and change: fire what writing alone does not. */
export function finishBox(box: CodeBox, lastKey: string, isOver: () => boolean): void {
  if (isOver()) return;
  fireKey(box, 'keyup', lastKey);
  if (isOver()) return;
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

/** False when the page prevented it. */
export function fireKey(box: CodeBox, type: 'keydown' | 'keypress' | 'keyup', key: string): boolean {
  const digit = /^\d$/.test(key);
  const keyCode = key.toUpperCase().charCodeAt(0);
  const init = {
    key,
    code: digit ? `Digit${key}` : `Key${key.toUpperCase()}`,
    keyCode,
    which: keyCode,
    charCode: type === 'keypress' ? key.charCodeAt(0) : 0,
  };
  return box.dispatchEvent(
    new KeyboardEvent(type, { ...init, bubbles: true, cancelable: true, composed: true }),
  );
}

/** What Firefox alone takes; TypeScript's library does not know it. */
interface PasteInit extends ClipboardEventInit {
  data?: string;
  dataType?: string;
}

/** Firefox hides from the page what a content script put in a DataTransfer, but not what the event itself made. */
function pasteData(text: string): PasteInit {
  if ('wrappedJSObject' in globalThis) return { data: text, dataType: 'text/plain' };
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return { clipboardData };
}

/** False when the page prevented it, which is to say that it handles pasting itself. */
export function firePaste(box: CodeBox, text: string): boolean {
  const init: PasteInit = { ...pasteData(text), bubbles: true, cancelable: true, composed: true };
  return box.dispatchEvent(new ClipboardEvent('paste', init));
}

export function focusBox(box: CodeBox): void {
  const root = box.getRootNode() as Document | ShadowRoot;
  if (root.activeElement !== box) box.focus({ preventScroll: true });
  if (document.hasFocus()) return;
  // The popup has the focus now, and the page hears nothing of ours: some take only what comes to a focused box.
  box.dispatchEvent(new FocusEvent('focus', { composed: true }));
  box.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
