import { BOXES, type CodeBox, isTypable, textIn } from './code-box.ts';
import { shadowRootsUnder } from './roots.ts';

/** Beyond this many inputs a page is a form or a grid: then only those count that claim to be a code field themselves. */
const MAX_CANDIDATES = 120;
const CLAIM =
  /one-time|otp|2fa|mfa|tfa|c[oó]d|kod|k[oó]d|pin|token|tan|verif|auth|pass|sms|код|קוד|رمز|كود|کد|कोड|码|碼|コード|番号|인증|코드|번호|mã/i;
const LONGEST_CODE = 8;

/** Wider than this, an editable element is for text. */
const NARROW = 96;

/** Text goes into most textareas and editable elements: a code only into those that are made for as little, or say so. */
export function isForLittle(box: CodeBox): boolean {
  if (box instanceof HTMLInputElement) return true;
  if (box instanceof HTMLTextAreaElement)
    return box.rows === 1 || isShort(box.maxLength) || /one-time-code/.test(box.autocomplete);
  if (box.getAttribute('aria-multiline') === 'true' || textIn(box).length > LONGEST_CODE) return false;
  return claims(box) || box.getBoundingClientRect().width <= NARROW;
}

function boxesIn(root: ParentNode): CodeBox[] {
  return [...root.querySelectorAll(BOXES)].filter(isTypable);
}

/** All boxes of the page that could take a code, in reading order. `roots`: its shadow roots, where they are known. */
export function candidates(roots: readonly ShadowRoot[] = shadowRootsUnder(document)): CodeBox[] {
  const found = [document, ...roots].flatMap(boxesIn).filter(isForLittle);
  return found.length <= MAX_CANDIDATES ? found : found.filter(claims).slice(0, MAX_CANDIDATES);
}

const isShort = (maxLength: number) => maxLength > 0 && maxLength <= LONGEST_CODE;

function claims(box: CodeBox): boolean {
  const said = ['name', 'id', 'placeholder', 'autocomplete', 'aria-label', 'data-placeholder'];
  return (
    (box instanceof HTMLInputElement && isShort(box.maxLength)) ||
    said.some((name) => CLAIM.test(box.getAttribute(name) ?? '')) ||
    box.matches(':focus')
  );
}

/** Is there anything that could take a code? */
export function hasCandidate(roots: readonly ShadowRoot[]): boolean {
  return [document, ...roots].some((root) => boxesIn(root).some(isForLittle));
}
