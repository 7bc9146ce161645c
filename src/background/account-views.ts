import { type Account, isWeakSecret } from '../core/account.ts';
import { codesAt } from '../core/code.ts';
import type { AccountView, CodeView } from '../messages/protocol.ts';

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

export function accountView(account: Account, now: number): AccountView {
  const { id, issuer, name, sites, settings, addedAt, addedFrom } = account;
  const weak = isWeakSecret(account.secret);
  return { id, issuer, name, sites, settings, addedAt, addedFrom, weak, ...codeView(account, now) };
}
