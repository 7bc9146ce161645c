interface ShadowOpener {
  dom?: { openOrClosedShadowRoot?: (element: HTMLElement) => ShadowRoot | null };
}

/** The element's shadow root; closed ones too where the browser lets extensions in. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot !== null) return element.shadowRoot;
  if (!mayHoldClosedRoot(element)) return null;
  // Firefox: a property of the element. Chrome: a function of the extension API.
  const ofFirefox = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (ofFirefox !== undefined) return ofFirefox;
  const ofChrome = (globalThis as { chrome?: ShadowOpener }).chrome?.dom?.openOrClosedShadowRoot;
  return ofChrome === undefined ? null : ofChrome(element as HTMLElement);
}

/** Asking for a closed root costs a call each: only elements that could plausibly have one are asked. */
function mayHoldClosedRoot(element: Element): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.localName.includes('-')) return true;
  return element.childElementCount === 0 && /^(div|section|span|main|article|aside)$/.test(element.localName);
}

/** What cannot have a shadow root (DOM §4.9, `attachShadow`) and is common: pages consist of it. */
const NO_HOSTS =
  ':not(a, abbr, b, br, button, code, dd, dl, dt, em, fieldset, figure, form, g, hr, i, iframe, img, input, label, li, link, meta, ol, option, path, pre, rect, script, select, small, source, strong, style, sub, sup, svg, table, tbody, td, textarea, th, thead, tr, ul, use, video)';

/** All shadow roots under a node, nested ones too, in document order. */
export function shadowRootsUnder(node: Document | ShadowRoot | Element): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const own = node instanceof Element ? shadowRootOf(node) : null;
  if (own !== null) found.push(own, ...shadowRootsUnder(own));
  for (const element of node.querySelectorAll(NO_HOSTS)) {
    const root = shadowRootOf(element);
    if (root !== null) found.push(root, ...shadowRootsUnder(root));
  }
  return found;
}

/** The focused element, through shadow roots; null when nothing but the page itself has the focus. */
export function deepActiveElement(): Element | null {
  let active = document.activeElement;
  for (let root = active && shadowRootOf(active); root?.activeElement; root = shadowRootOf(active)) {
    active = root.activeElement;
  }
  return active === document.body || active === document.documentElement ? null : active;
}
