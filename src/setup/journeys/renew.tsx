import { useState } from 'preact/hooks';
import type { Mode } from '../../core/mode.ts';
import { ask } from '../../messages/send.ts';
import type { LockView, NewSecond, RecoveryQuestion, Renewal } from '../../messages/views.ts';
import { attempt } from '../../ui/attempt.ts';
import type { Code } from '../../ui/sentences.ts';
import { ChooseMode } from '../steps/choose-mode.tsx';
import { ChoosePin } from '../steps/choose-pin.tsx';
import { RepeatPin } from '../steps/repeat-pin.tsx';
import { SecondSecret } from '../steps/second-secret.tsx';

interface Props {
  renewal: Renewal;
  lock: LockView;
  /** The PIN that was shown just now, which a change of the mode keeps; null when it is to be chosen anew. */
  pin: string | null;
  onQuestion: (question: RecoveryQuestion) => void;
}

type Step =
  | { at: 'mode' }
  | { at: 'pin'; mode: Mode }
  | { at: 'repeat'; mode: Mode; pin: string }
  | { at: 'second'; mode: Mode; pin: string };

/** What the next generation is opened with: a recovery chooses the PIN, a change of the mode the mode. */
export function Renew({ renewal, lock, pin, onQuestion }: Props) {
  const [step, setStep] = useState<Step>(
    renewal.purpose === 'mode' ? { at: 'mode' } : { at: 'pin', mode: lock.mode },
  );
  const choose = async (mode: Mode, chosen: string, second: NewSecond | null): Promise<Code | null> => {
    const answer = await attempt(ask('renewalChoose', { mode, pin: chosen, second }));
    if (!answer.ok) return answer.error;
    onQuestion(answer.value);
    return null;
  };
  const goOn = async (mode: Mode, chosen: string): Promise<Code | null> => {
    if (mode === 'basic') return choose(mode, chosen, null);
    setStep({ at: 'second', mode, pin: chosen });
    return null;
  };
  switch (step.at) {
    case 'mode':
      return (
        <ChooseMode
          current={lock.mode}
          onMode={async (mode) => {
            if (pin !== null) return goOn(mode, pin);
            // The page was loaded anew since the PIN was shown.
            setStep({ at: 'pin', mode });
            return null;
          }}
        />
      );
    case 'pin':
      return <ChoosePin isNew={false} onPin={(next) => setStep({ ...step, at: 'repeat', pin: next })} />;
    case 'repeat':
      return (
        <RepeatPin
          pin={step.pin}
          onRepeated={() => goOn(step.mode, step.pin)}
          onOther={() => setStep({ at: 'pin', mode: step.mode })}
        />
      );
    case 'second':
      return (
        <SecondSecret
          kept={renewal.secondShown}
          passkey={lock.passkey}
          onSecond={(second) => choose(step.mode, step.pin, second)}
        />
      );
    default:
      return step satisfies never;
  }
}
