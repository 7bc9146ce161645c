/** What must not overlap. Whoever needs both takes the keys first. */

/** Key slots, sittings and the count of tries. */
export function withKeys<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('keys', work) as Promise<T>;
}

/** Records: every writer waits for the one before it; so does whatever replaces the database. */
export function withRecords<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('records', work) as Promise<T>;
}
