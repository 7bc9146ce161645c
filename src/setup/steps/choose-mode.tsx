import { useEffect, useState } from 'preact/hooks';
import type { Mode } from '../../core/mode.ts';
import { type TextKey, t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import { passkeySupport } from '../../ui/passkey.ts';
import type { Code } from '../../ui/sentences.ts';
import { RadioCard } from '../parts/radio-card.tsx';
import { StepFrame } from './step-frame.tsx';

const MODES: { mode: Mode; title: TextKey; lead: TextKey; honest: TextKey }[] = [
  { mode: 'strong', title: 'modeStrong', lead: 'modeStrongLead', honest: 'modeStrongHonest' },
  { mode: 'basic', title: 'modeBasic', lead: 'modeBasicLead', honest: 'modeBasicHonest' },
  { mode: 'two-step', title: 'modeTwoStep', lead: 'modeTwoStepLead', honest: 'modeTwoStepHonest' },
];

interface Props {
  /** The mode of now; null at a set-up, where the computer suggests one. */
  current: Mode | null;
  /** Gives why it could not go on; null when it did. */
  onMode: (mode: Mode) => Promise<Code | null>;
}

/** Says of each mode what it stops, and what it does not. Strong stands first where the computer has what it takes. */
export function ChooseMode({ current, onMode }: Props) {
  const [strongFirst, setStrongFirst] = useState<boolean | null>(null);
  useEffect(() => void passkeySupport().then((support) => setStrongFirst(support === 'yes')), []);
  // Drawn once it is known: a card must not move under the pointer.
  if (strongFirst === null) return <main aria-busy="true" />;
  return (
    <ModeForm
      current={current}
      first={current ?? (strongFirst ? 'strong' : 'basic')}
      shown={strongFirst ? MODES : [...MODES].sort((a, b) => rank(a.mode) - rank(b.mode))}
      onMode={onMode}
    />
  );
}

function rank(mode: Mode): number {
  return mode === 'basic' ? 0 : 1;
}

function ModeForm({ current, first, shown, onMode }: Props & { first: Mode; shown: typeof MODES }) {
  const [mode, setMode] = useState<Mode>(first);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Code | null>(null);
  const choose = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setProblem(await onMode(mode));
    setBusy(false);
  };
  return (
    <StepFrame name="mode" title={t('modeTitle')} lead={t(current ? 'modeAgainLead' : 'modeLead')}>
      <form class="stack gaps" onSubmit={choose}>
        <fieldset class="modes" aria-label={t('modeTitle')}>
          {shown.map((each) => (
            <RadioCard
              key={each.mode}
              id={`mode-${each.mode}`}
              name="mode"
              title={each.mode === current ? t('modeNow', t(each.title)) : t(each.title)}
              checked={mode === each.mode}
              first={mode === each.mode}
              onChoose={() => setMode(each.mode)}
            >
              <span>{t(each.lead)}</span>
              <span class="meta">{t(each.honest)}</span>
            </RadioCard>
          ))}
        </fieldset>
        <Message code={problem} />
        <button type="submit" id="continue" class="btn pri tall wide" disabled={busy}>
          {t(busy ? 'busy' : 'goOn')}
        </button>
      </form>
    </StepFrame>
  );
}
