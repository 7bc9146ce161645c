import { useCallback, useEffect, useState } from 'preact/hooks';

/**
 * What stands behind the # of the address, and a way to change it.
 *
 * @param onSent The popup sent this tab elsewhere.
 */
export function useHash(onSent: () => void): [string, (name: string) => void] {
  const read = () => location.hash.slice(1);
  const [name, setName] = useState(read);
  useEffect(() => {
    const changed = () => {
      onSent();
      setName(read());
    };
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, [onSent]);
  const goTo = useCallback((next: string) => {
    history.replaceState(null, '', next ? `#${next}` : location.pathname);
    setName(next);
  }, []);
  return [name, goTo];
}
