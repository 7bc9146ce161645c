import { shadowRootsUnder } from './roots.ts';

/** Types that never take a code. Unknown types count as text, as browsers treat them. */
const OTHER_TYPES = new Set([
  'hidden',
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'image',
  'file',
  'range',
  'color',
  'date',
  'datetime-local',
  'month',
  'week',
  'time',
  'email',
  'url',
  'search',
]);

/** Beyond this many inputs a page is a form or a grid: then only those count that claim to be a code field themselves. */
const MAX_CANDIDATES = 120;
const CLAIM =
  /one-time|otp|2fa|mfa|tfa|c[oó]d|kod|k[oó]d|pin|token|tan|verif|auth|pass|sms|код|קוד|رمز|كود|کد|कोड|码|碼|コード|番号|인증|코드|번호|mã/i;
const LONGEST_CODE = 8;

/** An input that could take a code as far as its type goes. */
export function isTypable(element: Element): element is HTMLInputElement {
  return (
    element instanceof HTMLInputElement &&
    !OTHER_TYPES.has((element.getAttribute('type') ?? '').toLowerCase())
  );
}

/** All inputs of the page that could take a code, in reading order. `roots`: its shadow roots, where they are known. */
export function candidates(roots: readonly ShadowRoot[] = shadowRootsUnder(document)): HTMLInputElement[] {
  const found: HTMLInputElement[] = [];
  for (const root of [document, ...roots]) {
    for (const element of root.querySelectorAll('input')) {
      if (isTypable(element)) found.push(element);
    }
  }
  return found.length <= MAX_CANDIDATES ? found : found.filter(claims).slice(0, MAX_CANDIDATES);
}

function claims(input: HTMLInputElement): boolean {
  const said = ['name', 'id', 'placeholder', 'autocomplete', 'aria-label'];
  return (
    (input.maxLength > 0 && input.maxLength <= LONGEST_CODE) ||
    said.some((name) => CLAIM.test(input.getAttribute(name) ?? '')) ||
    input.matches(':focus')
  );
}

/** Is there anything that could take a code? Stops at the first. */
export function hasCandidate(roots: readonly ShadowRoot[]): boolean {
  const among = (root: ParentNode) => [...root.querySelectorAll('input')].some(isTypable);
  return among(document) || roots.some(among);
}
