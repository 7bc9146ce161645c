import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  makeRecoveryCode,
  parseRecoveryCode,
  RECOVERY_RANDOM_BYTES,
  recoveryGroups,
} from '../../src/core/recovery-code.ts';

const random = fc.uint8Array({ minLength: RECOVERY_RANDOM_BYTES, maxLength: RECOVERY_RANDOM_BYTES });

/** The bits above the 130th are not part of the code. */
function drawn(bytes: Uint8Array): number[] {
  return [...bytes].map((byte, i) => (i === RECOVERY_RANDOM_BYTES - 1 ? byte & 0b11 : byte));
}

describe('the recovery code', () => {
  it('gives back its random bits, in any case, with spaces and dashes', () => {
    fc.assert(
      fc.property(random, fc.constantFrom(' ', '-', '', ' - '), (bytes, separator) => {
        const code = makeRecoveryCode(bytes);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{30}$/);
        const typed = recoveryGroups(code).join(separator).toLowerCase();
        const read = parseRecoveryCode(typed);
        expect(read.ok && [...read.value]).toEqual(drawn(bytes));
      }),
    );
  });

  it('reads O as 0, and I and L as 1', () => {
    const code = makeRecoveryCode(new Uint8Array(RECOVERY_RANDOM_BYTES));
    expect(code).toContain('0');
    expect(parseRecoveryCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(
      parseRecoveryCode(code),
    );
  });

  it('tells every single wrong character and every swap of neighbours', () => {
    fc.assert(
      fc.property(random, fc.nat(29), fc.nat(30), (bytes, place, shift) => {
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const chars = [...makeRecoveryCode(bytes)];
        const wrong = [...chars];
        wrong[place] = alphabet[(alphabet.indexOf(chars[place] ?? '') + 1 + shift) % 32] ?? '';
        expect(parseRecoveryCode(wrong.join('')).ok).toBe(false);
        const swapped = [...chars];
        [swapped[place], swapped[(place + 1) % 30]] = [chars[(place + 1) % 30] ?? '', chars[place] ?? ''];
        if (swapped.join('') !== chars.join('')) expect(parseRecoveryCode(swapped.join('')).ok).toBe(false);
      }),
    );
  });

  it('is not the text to a recovery contact, nor that a recovery code', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const contact = makeRecoveryCode(bytes, 'contact');
        expect(parseRecoveryCode(contact)).toEqual({ ok: false, error: 'bad-code' });
        expect(parseRecoveryCode(makeRecoveryCode(bytes), 'contact')).toEqual({
          ok: false,
          error: 'bad-code',
        });
        const read = parseRecoveryCode(contact, 'contact');
        expect(read.ok && [...read.value]).toEqual(drawn(bytes));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseRecoveryCode(text)));
  });
});
