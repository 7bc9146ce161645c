import { MAX_FAILURES } from '../../core/attempts.ts';
import type { LockView, PinState } from '../../messages/protocol.ts';
import { formatNumber, type TextKey, t } from '../../ui/i18n.ts';

/** Everything that may open a vault whose PIN opens nothing, as far as this one has it. */
function waysIn({ mode, second, contact, recoveryNumber }: LockView): string[] {
  const bySecond: Record<NonNullable<LockView['second']>, TextKey> = {
    passphrase: 'wayPassphrase',
    passkey: 'wayPasskey',
  };
  return [
    recoveryNumber === null ? t('wayRecoveryCode') : t('wayRecoveryCodeNumber', formatNumber(recoveryNumber)),
    ...(second && mode !== 'basic' ? [t(bySecond[second])] : []),
    ...(contact ? [t('wayContact')] : []),
  ];
}

/** The PIN opens nothing any more, by wrong tries or with the browser's database: what does. */
export function ClosedPin({ lock, pin }: { lock: LockView; pin: PinState }) {
  const ways = waysIn(lock);
  // Two-step mode never opens with one thing alone.
  const two = lock.mode === 'two-step';
  const all = two && ways.length === 2;
  const list = new Intl.ListFormat(t('languageTag'), { type: two ? 'conjunction' : 'disjunction' });
  const key = two && !all ? 'openWithTwo' : 'openWith';
  return (
    <div class="stack locked">
      <h1 class="title" tabIndex={-1}>
        {t(pin.kind === 'lost' ? 'lostTitle' : 'spentTitle')}
      </h1>
      <p class="lead">{pin.kind === 'lost' ? t('lostLead') : t('spentLead', formatNumber(MAX_FAILURES))}</p>
      <p class="lead">{t(key, list.format(ways))}</p>
    </div>
  );
}
