import { useEffect, useState } from 'preact/hooks';
import type { VaultStatus } from '../messages/protocol.ts';
import { ask } from '../messages/send.ts';
import { t } from '../ui/i18n.ts';
import { sentence } from '../ui/sentences.ts';
import type { Step } from './step.ts';
import { ChoosePin } from './steps/choose-pin.tsx';
import { ConfirmCode } from './steps/confirm-code.tsx';
import { Done } from './steps/done.tsx';
import { RepeatPin } from './steps/repeat-pin.tsx';
import { ShowCode } from './steps/show-code.tsx';
import { StepFrame } from './steps/step-frame.tsx';

function firstStep(status: VaultStatus): Step {
  switch (status.state) {
    case 'none':
      return { at: 'pin' };
    case 'setup':
      return { at: 'code', recoveryCode: status.recoveryCode, askGroups: status.askGroups };
    case 'locked':
    case 'unlocked':
      return { at: 'done' };
    case 'damaged':
      return { at: 'damaged', code: status.code };
    default:
      return status satisfies never;
  }
}

export function Setup() {
  const [step, setStep] = useState<Step | null>(null);
  useEffect(() => {
    document.title = `${t('setupTitle')} · Tweestap`;
    void ask('status').then((status) => setStep(firstStep(status)));
  }, []);
  if (!step) return <main aria-busy="true" />;
  return <StepScreen key={step.at} step={step} onStep={setStep} />;
}

function StepScreen({ step, onStep }: { step: Step; onStep: (step: Step) => void }) {
  switch (step.at) {
    case 'pin':
      return <ChoosePin onPin={(pin) => onStep({ at: 'repeat', pin })} />;
    case 'repeat':
      return (
        <RepeatPin
          pin={step.pin}
          onBegun={(question) => onStep({ at: 'code', ...question })}
          onOther={() => onStep({ at: 'pin' })}
        />
      );
    case 'code':
      return (
        <ShowCode recoveryCode={step.recoveryCode} onHaveIt={() => onStep({ ...step, at: 'confirm' })} />
      );
    case 'confirm':
      return (
        <ConfirmCode
          askGroups={step.askGroups}
          onConfirmed={() => onStep({ at: 'done' })}
          // Asked anew: another tab may have begun again, and only the last code counts.
          onShowAgain={() => void ask('status').then((status) => onStep(firstStep(status)))}
        />
      );
    case 'done':
      return <Done />;
    case 'damaged':
      return (
        <StepFrame name="damaged">
          <h1 class="title" tabIndex={-1}>
            {t('damagedTitle')}
          </h1>
          <p>{sentence(step.code)}</p>
        </StepFrame>
      );
    default:
      return step satisfies never;
  }
}
