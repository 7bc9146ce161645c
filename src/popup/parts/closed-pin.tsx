import { MAX_FAILURES } from '../../core/attempts.ts';
import type { LockView, PinState } from '../../messages/views.ts';
import { formatNumber, t } from '../../ui/i18n.ts';

type Way = Pick<LockView, 'contact' | 'recoveryNumber'>;

/** What was written down or sent, as far as this vault has it. */
function written({ contact, recoveryNumber }: Way): string[] {
  const code =
    recoveryNumber === null ? t('wayRecoveryCode') : t('wayRecoveryCodeNumber', formatNumber(recoveryNumber));
  return contact ? [code, t('wayContact')] : [code];
}

/** The PIN opens nothing any more, by wrong tries or with the browser's database: what does. */
export function ClosedPin({ lock, pin }: { lock: LockView; pin: PinState }) {
  const { mode, second } = lock;
  const any = (ways: string[]) => new Intl.ListFormat(t('languageTag'), { type: 'disjunction' }).format(ways);
  const secret = second && mode !== 'basic' ? [t(second === 'passkey' ? 'wayPasskey' : 'wayPassphrase')] : [];
  // Two-step mode never opens with one thing alone.
  const opens =
    mode === 'two-step'
      ? t('openWithTwo', any(secret), any(written(lock)))
      : t('openWith', any([...secret, ...written(lock)]));
  return (
    <div class="stack locked">
      <h1 class="title" tabIndex={-1}>
        {t(pin.kind === 'lost' ? 'lostTitle' : 'spentTitle')}
      </h1>
      <p class="lead">{pin.kind === 'lost' ? t('lostLead') : t('spentLead', formatNumber(MAX_FAILURES))}</p>
      <p class="lead">{opens}</p>
    </div>
  );
}
