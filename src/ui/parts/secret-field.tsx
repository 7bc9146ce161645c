import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';

interface Props {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  first?: boolean;
  closed?: boolean;
  bad?: boolean;
}

/** A passphrase, hidden unless the user wants to see what he types. */
export function SecretField({ id, label, value, onInput, hint, first, closed = false, bad = false }: Props) {
  const [shown, setShown] = useState(false);
  const attributes = {
    id,
    value,
    'data-first': first || undefined,
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellcheck: false,
    disabled: closed,
    'aria-invalid': bad,
    'aria-describedby': hint ? `${id}-hint message` : 'message',
    onInput: (event: Event & { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="line">
        {shown ? <input type="text" {...attributes} /> : <input type="password" {...attributes} />}
        <button
          type="button"
          class="btn"
          aria-label={t(shown ? 'secretConceal' : 'secretReveal', label)}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'offerHide' : 'showShort')}
        </button>
      </div>
      {hint && (
        <p class="meta" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
