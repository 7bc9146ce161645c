import { ask } from '../../messages/send.ts';
import type { LockView } from '../../messages/views.ts';
import { t } from '../../ui/i18n.ts';
import { useTry } from '../../ui/use-try.ts';
import { Prove, whatTheModeAsks } from '../steps/prove.tsx';

interface Props {
  lock: LockView;
  onBegun: (pin: string) => void;
}

/** Two-step verification on, off, and the modes between: asks for what the mode of now protects with. */
export function ChangeMode({ lock, onBegun }: Props) {
  const tries = useTry(lock.pin);
  return (
    <Prove
      title={t('changeModeTitle')}
      lead={t('changeModeLead')}
      asks={whatTheModeAsks(lock)}
      lock={lock}
      go={t('goOn')}
      submitId="continue"
      tries={tries}
      onShow={async (proofs) => {
        const begun = await tries.run(() => ask('renewalBegin', { purpose: 'mode', proofs }));
        if (begun.ok) onBegun(proofs.pin ?? '');
      }}
    />
  );
}
