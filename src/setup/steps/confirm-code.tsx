import { useState } from 'preact/hooks';
import { GROUP_LENGTH, GROUPS, normaliseRecoveryText } from '../../core/recovery-code.ts';
import { ask } from '../../messages/send.ts';
import { attempt } from '../../ui/attempt.ts';
import { formatNumber, t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import type { Code } from '../../ui/sentences.ts';
import { StepFrame } from './step-frame.tsx';

interface Props {
  askGroups: readonly number[];
  onConfirmed: () => void;
  onShowAgain: () => void;
}

/** Two groups from the paper: shows that it was written down, and written down well. */
export function ConfirmCode({ askGroups, onConfirmed, onShowAgain }: Props) {
  const [typed, setTyped] = useState<string[]>(() => askGroups.map(() => ''));
  const [problem, setProblem] = useState<Code | null>(null);
  const [busy, setBusy] = useState(false);
  const numbers = askGroups.map(formatNumber);
  const confirm = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const answer = await attempt(ask('setupConfirm', { groups: typed.map(normaliseRecoveryText) }));
    setBusy(false);
    if (answer.ok) onConfirmed();
    else setProblem(answer.error);
  };
  const cell = (number: number) => {
    const nth = askGroups.indexOf(number);
    if (nth < 0) {
      return (
        <span key={number} class="grp mask" aria-hidden="true">
          <small>{number}</small>•••••
        </span>
      );
    }
    return (
      <label key={number} class="grp in">
        <small aria-hidden="true">{number}</small>
        <span class="vh">{t('groupLabel', formatNumber(number))}</span>
        <input
          id={`group-${number}`}
          value={typed[nth] ?? ''}
          data-first={nth === 0 || undefined}
          maxLength={GROUP_LENGTH + 2}
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          aria-describedby="message"
          onInput={(event) => {
            const text = event.currentTarget.value;
            setProblem(null);
            setTyped(typed.map((each, i) => (i === nth ? text : each)));
          }}
        />
      </label>
    );
  };
  return (
    <StepFrame
      name="confirm"
      title={t('confirmTitle', numbers[0] ?? '', numbers[1] ?? '')}
      lead={t('confirmLead')}
    >
      <form class="stack gaps" onSubmit={confirm}>
        <div class="groups">{Array.from({ length: GROUPS }, (_, nth) => cell(nth + 1))}</div>
        <p class="meta">{t('confirmHint')}</p>
        <Message code={problem} />
        <button type="submit" id="confirm" class="btn pri tall wide" disabled={busy || typed.includes('')}>
          {t(busy ? 'busy' : 'confirmGo')}
        </button>
        <button type="button" class="btn quiet wide" onClick={onShowAgain}>
          {t('showAgain')}
        </button>
      </form>
    </StepFrame>
  );
}
