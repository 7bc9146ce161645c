import { useEffect, useState } from 'preact/hooks';
import type { Mode } from '../../core/mode.ts';
import { type TextKey, t } from '../../ui/i18n.ts';
import { passkeySupport } from '../../ui/passkey.ts';
import { StepFrame } from './step-frame.tsx';

const MODES: { mode: Mode; title: TextKey; lead: TextKey; honest: TextKey }[] = [
  { mode: 'strong', title: 'modeStrong', lead: 'modeStrongLead', honest: 'modeStrongHonest' },
  { mode: 'basic', title: 'modeBasic', lead: 'modeBasicLead', honest: 'modeBasicHonest' },
  { mode: 'two-step', title: 'modeTwoStep', lead: 'modeTwoStepLead', honest: 'modeTwoStepHonest' },
];

interface Props {
  /** The mode of now; null at a set-up, where the computer suggests one. */
  current: Mode | null;
  onMode: (mode: Mode) => void;
}

/** Says of each mode what it stops, and what it does not. Strong stands first where the computer has what it takes. */
export function ChooseMode({ current, onMode }: Props) {
  const [mode, setMode] = useState<Mode | null>(current);
  const [strongFirst, setStrongFirst] = useState(true);
  useEffect(() => {
    void passkeySupport().then((support) => {
      setStrongFirst(support === 'yes');
      setMode((chosen) => chosen ?? (support === 'yes' ? 'strong' : 'basic'));
    });
  }, []);
  const shown = strongFirst
    ? MODES
    : [...MODES].sort((a, b) => Number(b.mode === 'basic') - Number(a.mode === 'basic'));
  return (
    <StepFrame name="mode" title={t('modeTitle')} lead={t('modeLead')}>
      <form
        class="stack gaps"
        onSubmit={(event) => {
          event.preventDefault();
          if (mode) onMode(mode);
        }}
      >
        <fieldset class="modes" aria-label={t('modeTitle')}>
          {shown.map((each) => (
            <label key={each.mode} class="mode" for={`mode-${each.mode}`}>
              <input
                type="radio"
                name="mode"
                id={`mode-${each.mode}`}
                checked={mode === each.mode}
                data-first={mode === each.mode || undefined}
                onChange={() => setMode(each.mode)}
              />
              <span>
                <b>
                  {t(each.title)}
                  {each.mode === current && ` · ${t('modeNow')}`}
                </b>
                <span>{t(each.lead)}</span>
                <span class="meta">{t(each.honest)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" id="continue" class="btn pri tall wide" disabled={!mode}>
          {t('goOn')}
        </button>
      </form>
    </StepFrame>
  );
}
