import { browser } from '../platform/browser.ts';

interface Life {
  isAlive(): boolean;
  end(): void;
}

// In the isolated world only: the page cannot see it.
const MARK = Symbol.for('tweestap.life');
type Marked = { [MARK]?: Life };

/** Nothing may happen in opaque origins, over plain HTTP, and in documents that are no pages. */
export function isOrdinaryPage(): boolean {
  return (
    self.origin !== 'null' &&
    isSecureContext &&
    document instanceof HTMLDocument &&
    document.documentElement !== null
  );
}

/** Our extension was reloaded or removed under this page: nobody will answer any more. */
export function isOrphan(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    // Firefox throws on a context that is gone.
    return true;
  }
}

/** One living script in a document: a newcomer leaves, or takes the place of a dead one. */
export function claimDocument(): AbortController | null {
  const world = globalThis as Marked;
  const other = world[MARK];
  if (other?.isAlive()) return null;
  other?.end();
  const life = new AbortController();
  world[MARK] = { isAlive: () => !life.signal.aborted && !isOrphan(), end: () => life.abort() };
  return life;
}
