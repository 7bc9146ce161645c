/** Finds an element again: one CSS selector for each tree on the way, the document's first, then those of shadow roots. */
import { shadowRootOf } from './roots.ts';

export type ElementPath = readonly string[];

/** A name that a page gives to this one element, and keeps: no counters, no hashes. */
function isOwnName(root: Document | ShadowRoot, selector: string): boolean {
  return root.querySelectorAll(selector).length === 1;
}

/** Another page of the same build has another field in that place. */
function namedBy(element: Element): string {
  return ['name', 'type', 'autocomplete']
    .map((name) => {
      const value = element.getAttribute(name);
      return value === null ? `:not([${name}])` : `[${name}="${CSS.escape(value)}"]`;
    })
    .join('');
}

function inRoot(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  if (element.id !== '' && isOwnName(root, `#${CSS.escape(element.id)}`)) return `#${CSS.escape(element.id)}`;
  const steps: string[] = [];
  for (let node: Element | null = element; node !== null; node = node.parentElement) {
    if (node !== element && node.id !== '' && isOwnName(root, `#${CSS.escape(node.id)}`)) {
      steps.unshift(`#${CSS.escape(node.id)}`);
      break;
    }
    const { localName } = node;
    const alike = [...(node.parentElement?.children ?? [])].filter((other) => other.localName === localName);
    const nth = alike.length > 1 ? `:nth-of-type(${alike.indexOf(node) + 1})` : '';
    steps.unshift(CSS.escape(localName) + nth + (node === element ? namedBy(node) : ''));
  }
  return steps.join(' > ');
}

/** The element at this path, as the page is now; null where there is none any more. */
export function elementAt(path: ElementPath): Element | null {
  let root: Document | ShadowRoot | null = document;
  let found: Element | null = null;
  for (const selector of path) {
    if (root === null) return null;
    try {
      found = root.querySelector(selector);
    } catch {
      return null;
    }
    root = found && shadowRootOf(found);
  }
  return found;
}

export function pathTo(element: Element): ElementPath {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [...pathTo(root.host), inRoot(element)] : [inRoot(element)];
}
