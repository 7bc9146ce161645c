/** Arrow keys between the search field and the rows; a letter typed in the list goes to the search. */
export function moveByKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const root = event.currentTarget;
  const search = root.querySelector<HTMLElement>('#search');
  const from = event.target instanceof HTMLElement ? event.target : root;
  if (from.matches('input:not(#search)')) return;
  const stops = [search, ...root.querySelectorAll<HTMLElement>('[data-row-main]')].filter(
    (stop) => stop !== null,
  );
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const row = from.closest('[data-account]');
    const at = stops.findIndex((stop) => stop === from || (row?.contains(stop) ?? false));
    const next = stops[Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))];
    event.preventDefault();
    next?.focus();
    next?.closest('[data-account]')?.scrollIntoView({ block: 'nearest' });
  } else if (isLetter(event) && from !== search) {
    search?.focus();
  }
}

function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
}
