import { useEffect, useRef, useState } from 'preact/hooks';
import type { Resemblance } from '../../messages/site-views.ts';
import { type TextKey, t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import { Alike } from './lookalike-note.tsx';

interface Props {
  found: Resemblance;
  /** What the domain is typed for. */
  to: 'fill' | 'keep';
  onConfirm: (typed: string) => void;
  onCancel: () => void;
}

const TEXTS: Record<Props['to'], { lead: TextKey; go: TextKey }> = {
  fill: { lead: 'lookalikeFillLead', go: 'lookalikeFill' },
  keep: { lead: 'lookalikeKeepLead', go: 'lookalikeKeep' },
};

/** Asks for a look-alike's domain, typed letter by letter: what was copied would be the copy's own name. */
export function LookalikeConfirm({ found, to, onConfirm, onCancel }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const { site } = found;
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector('input')?.focus();
  }, []);
  const confirm = (event: Event) => {
    event.preventDefault();
    if (typed.trim().toLowerCase() === site) onConfirm(typed);
    else setWrong(true);
  };
  const refuse = (event: Event) => event.preventDefault();
  return (
    <form ref={form} class="note danger column link" onSubmit={confirm}>
      <b>{t('lookalikeTitle')}</b>
      <Alike found={found} />
      <p>{t(TEXTS[to].lead, site)}</p>
      <div class="field">
        <label for="lookalike-domain">{t('lookalikeType', site)}</label>
        <div class="line">
          <input
            id="lookalike-domain"
            data-first
            value={typed}
            autoComplete="off"
            autoCapitalize="off"
            spellcheck={false}
            onPaste={refuse}
            onDrop={refuse}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
      </div>
      <Message code={wrong ? 'not-domain' : null} />
      <div class="pair">
        <button type="button" class="btn" onClick={onCancel}>
          {t('cancel')}
        </button>
        <button type="submit" id="lookalike-confirm" class="btn danger">
          {t(TEXTS[to].go)}
        </button>
      </div>
    </form>
  );
}
