import { useState } from 'preact/hooks';
import type { Mode } from '../../core/mode.ts';
import { ask } from '../../messages/send.ts';
import type { NewSecond, RecoveryQuestion } from '../../messages/views.ts';
import { attempt } from '../../ui/attempt.ts';
import type { Code } from '../../ui/sentences.ts';
import { ChooseMode } from '../steps/choose-mode.tsx';
import { ChoosePin } from '../steps/choose-pin.tsx';
import { RepeatPin } from '../steps/repeat-pin.tsx';
import { SecondSecret } from '../steps/second-secret.tsx';

type Step =
  | { at: 'mode' }
  | { at: 'pin'; mode: Mode }
  | { at: 'repeat'; mode: Mode; pin: string }
  | { at: 'second'; mode: Mode; pin: string };

/** Mode, PIN, second secret: nothing is written before the recovery code that comes of it was confirmed. */
export function SetUp({ onQuestion }: { onQuestion: (question: RecoveryQuestion) => void }) {
  const [step, setStep] = useState<Step>({ at: 'mode' });
  const begin = async (mode: Mode, pin: string, second: NewSecond | null): Promise<Code | null> => {
    const answer = await attempt(ask('setupBegin', { mode, pin, second }));
    if (!answer.ok) return answer.error;
    onQuestion(answer.value);
    return null;
  };
  switch (step.at) {
    case 'mode':
      return (
        <ChooseMode
          current={null}
          onMode={async (mode) => {
            setStep({ at: 'pin', mode });
            return null;
          }}
        />
      );
    case 'pin':
      return <ChoosePin isNew onPin={(pin) => setStep({ ...step, at: 'repeat', pin })} />;
    case 'repeat': {
      const { mode, pin } = step;
      const goOn = async () => {
        if (mode === 'basic') return begin(mode, pin, null);
        setStep({ at: 'second', mode, pin });
        return null;
      };
      return <RepeatPin pin={pin} onRepeated={goOn} onOther={() => setStep({ at: 'pin', mode })} />;
    }
    case 'second':
      return (
        <SecondSecret kept={false} passkey={null} onSecond={(second) => begin(step.mode, step.pin, second)} />
      );
    default:
      return step satisfies never;
  }
}
