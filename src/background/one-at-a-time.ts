/** What must not overlap. Whoever needs more than one takes them in this order. */

/** Key slots, sittings and the count of tries. */
export function withKeys<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('keys', work) as Promise<T>;
}

/** Records: every writer waits for the one before it; so does whatever replaces the database. */
export function withRecords<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('records', work) as Promise<T>;
}

/** Codes on their way to a page: no two of one step may leave. */
export function withFills<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('fills', work) as Promise<T>;
}

/** The change of an older vault's format. */
export function withFormat<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('format', work) as Promise<T>;
}
