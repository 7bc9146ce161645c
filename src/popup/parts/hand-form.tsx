import { useState } from 'preact/hooks';
import { type Algorithm, DEFAULT_DIGITS, DEFAULT_PERIOD_SECONDS } from '../../core/account.ts';
import { ask } from '../../messages/send.ts';
import type { Drafts, HandEntry } from '../../messages/views.ts';
import { attempt } from '../../ui/attempt.ts';
import { t } from '../../ui/i18n.ts';
import { ChoiceField } from '../../ui/parts/choice-field.tsx';
import { Field } from '../../ui/parts/field.tsx';
import { Message } from '../../ui/parts/message.tsx';
import type { Code } from '../../ui/sentences.ts';

const ALGORITHMS: { value: Algorithm; label: string }[] = [
  { value: 'SHA1', label: 'SHA-1' },
  { value: 'SHA256', label: 'SHA-256' },
  { value: 'SHA512', label: 'SHA-512' },
];

interface Props {
  secret: string;
  onDraft: (found: Drafts) => void;
  onLocked: () => void;
}

/** Numbers stay text while they are typed; what is no number is refused by the background, with its sentence. */
type Typed = Omit<HandEntry, 'digits' | 'periodSeconds' | 'counter'> & {
  digits: string;
  periodSeconds: string;
  counter: string;
};

export function HandForm({ secret, onDraft, onLocked }: Props) {
  const [entry, setEntry] = useState<Typed>({
    issuer: '',
    name: '',
    secret,
    type: 'totp',
    algorithm: 'SHA1',
    digits: String(DEFAULT_DIGITS),
    periodSeconds: String(DEFAULT_PERIOD_SECONDS),
    counter: '0',
  });
  const [problem, setProblem] = useState<Code | null>(null);
  const set = (change: Partial<Typed>) => setEntry({ ...entry, ...change });
  const go = async (event: Event) => {
    event.preventDefault();
    const numbers = {
      digits: Number(entry.digits),
      periodSeconds: Number(entry.periodSeconds),
      counter: Number(entry.counter),
    };
    const answer = await attempt(ask('draftByHand', { ...entry, ...numbers }));
    if (answer.ok) onDraft(answer.value);
    else if (answer.error === 'locked') onLocked();
    else setProblem(answer.error);
  };
  return (
    <form class="body pad stack gap" onSubmit={go}>
      <Field
        id="hand-issuer"
        label={t('issuer')}
        placeholder={t('issuerHint')}
        value={entry.issuer}
        first
        onInput={(issuer) => set({ issuer })}
      />
      <Field
        id="hand-name"
        label={t('name')}
        placeholder={t('nameHint')}
        value={entry.name}
        onInput={(name) => set({ name })}
      />
      <Field
        id="hand-secret"
        label={t('secret')}
        hint={t('secretHint')}
        mono
        value={entry.secret}
        onInput={(typed) => set({ secret: typed })}
      />
      <details>
        <summary>{t('more')}</summary>
        <p class="meta">{t('moreLead')}</p>
        <div class="card">
          <ChoiceField
            id="hand-type"
            label={t('type')}
            value={entry.type}
            options={[
              { value: 'totp', label: t('typeTotp') },
              { value: 'hotp', label: t('typeHotp') },
              { value: 'steam', label: t('typeSteam') },
            ]}
            onChange={(type) => set({ type })}
          />
          {entry.type !== 'steam' && (
            <ChoiceField
              id="hand-algorithm"
              label={t('algorithm')}
              value={entry.algorithm}
              options={ALGORITHMS}
              onChange={(algorithm) => set({ algorithm })}
            />
          )}
          {entry.type !== 'steam' && (
            <NumberRow
              id="hand-digits"
              label={t('digits')}
              value={entry.digits}
              onInput={(digits) => set({ digits })}
            />
          )}
          {entry.type === 'totp' && (
            <NumberRow
              id="hand-period"
              label={t('period')}
              value={entry.periodSeconds}
              onInput={(periodSeconds) => set({ periodSeconds })}
            />
          )}
          {entry.type === 'hotp' && (
            <NumberRow
              id="hand-counter"
              label={t('counter')}
              value={entry.counter}
              onInput={(counter) => set({ counter })}
            />
          )}
        </div>
      </details>
      <Message code={problem} />
      <button type="submit" id="hand-go" class="btn pri tall wide">
        {t('goOn')}
      </button>
    </form>
  );
}

interface NumberProps {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
}

function NumberRow({ id, label, value, onInput }: NumberProps) {
  return (
    <div class="opt">
      <label for={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
