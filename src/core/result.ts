/** An expected outcome as a value: `value` when it went well, a code from a closed list when not. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** The good outcome. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** The other outcome; `error` is a code, never a sentence. */
export function err<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
