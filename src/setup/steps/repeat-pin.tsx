import { useState } from 'preact/hooks';
import { t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import { PinField } from '../../ui/parts/pin-field.tsx';
import type { Code } from '../../ui/sentences.ts';
import { StepFrame } from './step-frame.tsx';

interface Props {
  pin: string;
  /** Why it could not go on; null when it did. */
  onRepeated: () => Promise<Code | null>;
  onOther: () => void;
}

export function RepeatPin({ pin, onRepeated, onOther }: Props) {
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Code | null>(null);
  const [busy, setBusy] = useState(false);
  const compare = async (typed: string) => {
    if (typed !== pin) {
      setProblem('pins-differ');
      setAgain('');
      return;
    }
    setBusy(true);
    const refused = await onRepeated();
    setBusy(false);
    setProblem(refused);
  };
  return (
    <StepFrame name="repeat" title={t('repeatPin')} lead={t('repeatPinLead')}>
      <form class="stack gaps" onSubmit={(event) => event.preventDefault()}>
        <PinField
          id="pin-again"
          label={t('pinLabel')}
          value={again}
          onInput={(typed) => {
            setAgain(typed);
            if (typed) setProblem(null);
          }}
          onFull={compare}
          bad={problem === 'pins-differ'}
          closed={busy}
          first
          describedBy="message"
        />
        {busy && (
          <p class="meta" role="status">
            {t('makingVault')}
          </p>
        )}
        <Message code={problem} />
        <button type="button" class="btn quiet wide" onClick={onOther}>
          {t('otherPin')}
        </button>
      </form>
    </StepFrame>
  );
}
