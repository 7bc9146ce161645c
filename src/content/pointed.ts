import { deepActiveElement } from './roots.ts';

export interface Pointed {
  /** What the user last pointed at for a command: where a context menu was opened, or what has the focus. */
  element(): Element | null;
}

/** Remembers where a context menu was opened until the user does something else. */
export function watchPointed(signal: AbortSignal): Pointed {
  let target: WeakRef<Element> | null = null;
  const forget = () => {
    target = null;
  };
  addEventListener(
    'contextmenu',
    (event) => {
      const [deepest] = event.composedPath();
      if (event.isTrusted && deepest instanceof Element) target = new WeakRef(deepest);
    },
    { capture: true, signal },
  );
  addEventListener('pointerdown', (event) => event.button === 0 && forget(), {
    capture: true,
    passive: true,
    signal,
  });
  addEventListener('keydown', forget, { capture: true, passive: true, signal });
  return {
    element() {
      const menu = target?.deref();
      if (menu === undefined || !menu.isConnected) return deepActiveElement();
      const active = deepActiveElement();
      // In a closed shadow root only the host is known; the focus, which a right click moves too, is inside.
      return active !== null && active !== menu && menu.contains(hostOf(active)) ? active : menu;
    },
  };
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
