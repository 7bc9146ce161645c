import { useState } from 'preact/hooks';
import { ask } from '../../messages/send.ts';
import { attempt } from '../../ui/attempt.ts';
import { t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import { PinField } from '../../ui/parts/pin-field.tsx';
import type { Code } from '../../ui/sentences.ts';
import { StepFrame } from './step-frame.tsx';

interface Props {
  pin: string;
  onBegun: (question: { recoveryCode: string; askGroups: number[] }) => void;
  onOther: () => void;
}

export function RepeatPin({ pin, onBegun, onOther }: Props) {
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Code | null>(null);
  const [busy, setBusy] = useState(false);
  const begin = async (typed: string) => {
    if (typed !== pin) {
      setProblem('pins-differ');
      setAgain('');
      return;
    }
    setBusy(true);
    const answer = await attempt(ask('setupBegin', { pin }));
    setBusy(false);
    if (answer.ok) onBegun(answer.value);
    else setProblem(answer.error);
  };
  return (
    <StepFrame name="repeat" number={1}>
      <form class="stack gaps" onSubmit={(event) => event.preventDefault()}>
        <div>
          <h1 class="title" tabIndex={-1}>
            {t('repeatPin')}
          </h1>
          <p class="lead">{t('repeatPinLead')}</p>
        </div>
        <PinField
          id="pin-again"
          label={t('pinLabel')}
          value={again}
          onInput={(typed) => {
            setAgain(typed);
            if (typed) setProblem(null);
          }}
          onFull={begin}
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
