import type { LockView } from '../../messages/protocol.ts';
import { ask } from '../../messages/send.ts';
import { t } from '../../ui/i18n.ts';
import { type Asked, Prove } from '../steps/prove.tsx';
import { useRequest } from '../use-request.ts';

interface Props {
  lock: LockView;
  onBegun: (pin: string) => void;
  onCancel: () => void;
}

/** Two-step verification on, off, and the modes between: asks for what the mode of now protects with. */
export function ChangeMode({ lock, onBegun, onCancel }: Props) {
  const { busy, problem, setProblem, run } = useRequest();
  const asks: Asked[] = lock.mode === 'two-step' ? ['pin', 'second'] : ['pin'];
  return (
    <Prove
      title={t('changeModeTitle')}
      lead={t('changeModeLead')}
      asks={asks}
      lock={lock}
      go={t('goOn')}
      submitId="continue"
      busy={busy}
      problem={problem}
      onProblem={setProblem}
      onCancel={onCancel}
      onShow={async (proofs) => {
        const begun = await run(() => ask('renewalBegin', { purpose: 'mode', proofs }));
        if (begun) onBegun(proofs.pin ?? '');
      }}
    />
  );
}
