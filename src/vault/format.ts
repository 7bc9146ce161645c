/**
 * The format of what is stored, and the way from older ones: pure, one step for each version. Whoever calls it writes the
 * result in one transaction after it was seen to be whole.
 */
import { toBase64 } from '../core/base64.ts';

export const FORMAT = 2;

/** A vault as it lies in a store: nothing of it has been validated. */
export interface Stored {
  meta: unknown;
  slots: unknown[];
  records: unknown[];
}

/** The format that a vault's meta names; null when it names none. */
export function formatOf(meta: unknown): number | null {
  const { format } = (typeof meta === 'object' && meta !== null ? meta : {}) as { format?: unknown };
  return Number.isSafeInteger(format) ? Number(format) : null;
}

type Fields = Record<string, unknown>;

/** Format 1 had two kinds of slots, each with its parameters beside it, and salted Argon2id with the slot's salt. */
function slotOfFormat1(value: unknown): unknown {
  const { type, argon2, number, ...rest } = value as Fields;
  const salt = rest.salt instanceof Uint8Array ? toBase64(rest.salt) : rest.salt;
  const factors =
    type === 'pin'
      ? [{ type, argon2: { ...(argon2 as object), salt } }, { type: 'device' }]
      : [{ type, number }];
  return { ...rest, version: 1, factors };
}

const STEPS: Record<number, (stored: Stored) => Stored> = {
  1: ({ meta, slots, records }) => ({
    meta: { ...(meta as Fields), format: 2 },
    slots: slots.map(slotOfFormat1),
    records,
  }),
};

/** The vault in this format, from any older one; as it is when its format is this one, newer, or none. */
export function toCurrentFormat(stored: Stored): Stored {
  let current = stored;
  for (let format = formatOf(stored.meta); format !== null && format < FORMAT; format++) {
    const step = STEPS[format];
    if (!step) return stored;
    current = step(current);
  }
  return current;
}
