import { useState } from 'preact/hooks';
import { MAX_FAILURES } from '../../core/attempts.ts';
import type { PinState, WaitingFill } from '../../messages/protocol.ts';
import { ask } from '../../messages/send.ts';
import { attempt } from '../../ui/attempt.ts';
import { formatNumber, t } from '../../ui/i18n.ts';
import { Brand } from '../../ui/parts/brand.tsx';
import { Marked } from '../../ui/parts/marked.tsx';
import { PinField } from '../../ui/parts/pin-field.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { type Code, sentence } from '../../ui/sentences.ts';
import { PinOutcome } from '../parts/pin-outcome.tsx';
import { RecoverScreen } from './recover.tsx';

interface Props {
  pin: PinState;
  waiting: WaitingFill | null;
  onChange: () => void;
}

export function LockedScreen({ pin: first, waiting, onChange }: Props) {
  const [pin, setPin] = useState('');
  const [state, setState] = useState(first);
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Code | null>(null);
  const [recovering, setRecovering] = useState(false);
  const closed = state.kind !== 'open';
  const lost = state.kind === 'lost';
  const waits = state.kind === 'open' && state.retryAt !== null;

  const unlock = async (digits: string) => {
    setBusy(true);
    setWrong(false);
    const answer = await attempt(ask('unlock', { pin: digits }));
    setProblem(null);
    if (answer.ok) {
      if (answer.value.filled) window.close();
      onChange();
      return;
    }
    setBusy(false);
    setPin('');
    if (typeof answer.error === 'string') {
      setProblem(answer.error);
      return;
    }
    setState(answer.error.pin);
    setWrong(answer.error.code !== 'wait');
  };

  if (recovering) return <RecoverScreen onBack={() => setRecovering(false)} />;
  return (
    <Screen name="locked">
      <div class="body pad stack">
        <Brand aside={t(busy ? 'busy' : 'lockedState')} />
        <div class="stack locked">
          <h1 class="title" tabIndex={-1}>
            {t(lost ? 'lostTitle' : closed ? 'spentTitle' : 'pinTitle')}
          </h1>
          {closed && <p class="lead">{lost ? t('lostLead') : t('spentLead', formatNumber(MAX_FAILURES))}</p>}
          {!closed && waiting && (
            <p class="lead">
              <Marked text="fillsAfterPin">{waiting.host}</Marked>
            </p>
          )}
          {!closed && (
            <PinField
              id="pin"
              label={t('pinLabel')}
              value={pin}
              onInput={setPin}
              onFull={unlock}
              bad={wrong || waits}
              closed={busy || waits}
              first
              describedBy="message"
            />
          )}
          {problem && <p class="note danger">{sentence(problem)}</p>}
          <PinOutcome
            state={state}
            wrong={wrong}
            onFree={() => setState({ ...state, retryAt: null } as PinState)}
          />
        </div>
        <button
          type="button"
          id="forgot"
          class={closed ? 'btn pri tall wide' : 'btn quiet wide'}
          data-first={closed || undefined}
          onClick={() => setRecovering(true)}
        >
          {t(closed ? 'useRecoveryCode' : 'forgotPin')}
        </button>
      </div>
    </Screen>
  );
}
