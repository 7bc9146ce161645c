/** What travels: a name and one data object; an answer or a failure code. Errors never cross as rejections. */
export interface Envelope {
  tweestap: 'own-page' | 'content' | 'offer' | 'to-content';
  name: string;
  data?: unknown;
}

/** `seconds`: how long to wait before another try, where the failure says so. */
export type Reply = { reply: unknown } | { failed: string; seconds?: number };

/** Function signatures of a protocol: one data object or nothing. */
export type Protocol<P> = { [K in keyof P]: (data: never) => unknown };

export type DataOf<F> = F extends () => unknown
  ? undefined
  : F extends (data: infer D) => unknown
    ? D
    : never;

export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { tweestap, name } = message as Partial<Envelope>;
  return (
    (tweestap === 'own-page' ||
      tweestap === 'content' ||
      tweestap === 'offer' ||
      tweestap === 'to-content') &&
    typeof name === 'string'
  );
}

export function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && ('reply' in value || 'failed' in value);
}
