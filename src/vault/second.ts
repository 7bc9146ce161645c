import { fromBase64, toBase64 } from '../core/base64.ts';
import { type Bytes, KEY_BYTES } from './cipher.ts';
import { parseFactor } from './factor.ts';
import { decodeStretched, encodeStretched, type Stretched } from './stretched.ts';

/** The second secret of a generation. */
export type Second =
  | ({ kind: 'passphrase' } & Stretched)
  | { kind: 'passkey'; credential: string; input: string; relyingParty: string | null; output: Bytes };

/** A second secret as JSON, for the browser's memory. */
export function encodeSecond(second: Second): unknown {
  if (second.kind === 'passphrase') return { kind: second.kind, ...(encodeStretched(second) as object) };
  return { ...second, output: toBase64(second.output) };
}

export function decodeSecond(value: unknown): Second | null {
  const { kind, output, ...rest } = (value ?? {}) as Record<string, unknown>;
  if (kind === 'passphrase') {
    const stretched = decodeStretched(value);
    return stretched && { kind, ...stretched };
  }
  const bytes = typeof output === 'string' ? fromBase64(output) : null;
  const factor = kind === 'passkey' ? parseFactor({ type: kind, ...rest }) : null;
  if (bytes?.length !== KEY_BYTES || factor?.type !== 'passkey') return null;
  const { credential, input, relyingParty } = factor;
  return { kind: 'passkey', credential, input, relyingParty, output: bytes };
}
