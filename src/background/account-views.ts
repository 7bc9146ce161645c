import { type Account, isWeakSecret } from '../core/account.ts';
import { codesAt } from '../core/code.ts';
import type { AccountView, CodeView } from '../messages/views.ts';

type Coded = Pick<Account, 'secret' | 'settings'>;

/** Current and next code; the secret stays here. */
export function codeView({ secret, settings }: Coded, now: number): CodeView {
  const { current, next } = codesAt(secret, settings, now);
  const timed = settings.type !== 'hotp';
  return {
    code: current.code,
    validFrom: current.validFrom,
    validUntil: current.validUntil,
    next: timed ? next.code : null,
  };
}

/** `withCode` false where every code asks for the PIN. */
export function accountView(
  account: Account,
  { now, withCode, filledAt }: { now: number; withCode: boolean; filledAt: number | null },
): AccountView {
  const { id, issuer, name, sites, settings, addedAt, addedFrom } = account;
  const weak = isWeakSecret(account.secret);
  const code = withCode ? codeView(account, now) : null;
  return { id, issuer, name, sites, settings, addedAt, addedFrom, weak, code, filledAt };
}
