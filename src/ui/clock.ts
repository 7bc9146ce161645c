import { useEffect, useState } from 'preact/hooks';

/** The time in ms, renewed at every whole second. One for a whole screen, handed down. */
export function useClock(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer = 0;
    const tick = () => {
      setNow(Date.now());
      // A few ms late on purpose: a timer that fires early would show the same second twice.
      timer = window.setTimeout(tick, 1005 - (Date.now() % 1000));
    };
    tick();
    return () => window.clearTimeout(timer);
  }, []);
  return now;
}

/** What a timer can hold, in ms. */
const LONGEST_WAIT = 2 ** 31 - 1;

/**
 * Calls `action` at a moment (ms epoch), or when the page is next looked at; null never comes. Counts anew when
 * `answer` changes: that is what the last call brought.
 */
export function useAt(moment: number | null, answer: unknown, action: () => void): void {
  useEffect(() => {
    if (moment === null) return undefined;
    const stop = new AbortController();
    const act = () => {
      if (!document.hidden) action();
      else document.addEventListener('visibilitychange', act, { once: true, signal: stop.signal });
    };
    // At least half a second, so that a clock that disagrees cannot make a storm of requests.
    const wait = Math.min(Math.max(moment - Date.now() + 20, 500), LONGEST_WAIT);
    const timer = window.setTimeout(act, wait);
    stop.signal.addEventListener('abort', () => window.clearTimeout(timer));
    return () => stop.abort();
  }, [moment, answer, action]);
}
