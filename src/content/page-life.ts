/** The one living script of a document, and how its two parts know each other. */
import { runtime } from './runtime.ts';

/** The part that knows code fields; loaded once the page has something that could be one. */
export interface MainPart {
  /** Every event that concerns an offer, seen before the page sees it. */
  handle(event: Event): void;
  /** What the page shows may have changed; `roots` are its shadow roots now. */
  look(roots?: readonly ShadowRoot[]): unknown;
}

export interface Life {
  signal: AbortSignal;
  isAlive(): boolean;
  end(): void;
  /** False when another main part is there. */
  join(main: MainPart): boolean;
  main(): MainPart | null;
}

// In the isolated world only: the page cannot see it.
const MARK = Symbol.for('tweestap.life');
type Marked = { [MARK]?: Life };

/** Nothing may happen in opaque origins, over plain HTTP, and in documents that are no pages. */
function isOrdinaryPage(): boolean {
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
    return runtime()?.id === undefined;
  } catch {
    // Firefox throws on a context that is gone.
    return true;
  }
}

/** For the first part: a newcomer leaves (null), or takes the place of a dead one. */
export function claimDocument(): Life | null {
  if (!isOrdinaryPage()) return null;
  const world = globalThis as Marked;
  const other = world[MARK];
  if (other?.isAlive()) return null;
  other?.end();
  const ending = new AbortController();
  let joined: MainPart | null = null;
  const life: Life = {
    signal: ending.signal,
    isAlive: () => !ending.signal.aborted && !isOrphan(),
    end: () => ending.abort(),
    join(main) {
      if (joined) return false;
      joined = main;
      return true;
    },
    main: () => joined,
  };
  world[MARK] = life;
  return life;
}

/** For the main part: the life that the first part began. */
export function livingDocument(): Life | null {
  const life = (globalThis as Marked)[MARK];
  return life?.isAlive() ? life : null;
}
