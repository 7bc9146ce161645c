import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../ui/i18n.ts';
import { openJourney } from '../../ui/own-pages.ts';
import { PinField } from '../../ui/parts/pin-field.tsx';
import { PinOutcome } from '../../ui/parts/pin-outcome.tsx';
import { type Refusal, useTry } from '../../ui/use-try.ts';

interface Props {
  id: string;
  title: string;
  /** Why the PIN is asked for, where the title does not say it. */
  lead?: string;
  /** Sends the PIN; null when it was taken. */
  send: (pin: string) => Promise<Refusal | null>;
  onCancel: () => void;
}

/** Asks for the PIN in place, next to what it is for. The sixth digit sends. */
export function PinPrompt({ id, title, lead, send, onCancel }: Props) {
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  const [digits, setDigits] = useState('');
  const tries = useTry();
  const closed = tries.pin.kind !== 'open';
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
    panel.current?.querySelector('input')?.focus({ preventScroll: true });
  }, []);
  // What a try brought makes the panel longer.
  useEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), [tries.problem]);
  const full = async (pin: string) => {
    const answer = await tries.run(async () => {
      const refusal = await send(pin);
      return refusal === null ? { ok: true, value: null } : { ok: false, error: refusal };
    });
    if (!answer.ok) setDigits('');
  };
  return (
    <section
      ref={panel}
      class="prompt stack gap"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <div>
        <b id={titleId}>{title}</b>
        {lead && <p class="meta">{lead}</p>}
      </div>
      {!closed && (
        <PinField
          id={id}
          label={t('pinLabel')}
          value={digits}
          onInput={setDigits}
          onFull={full}
          bad={tries.problem !== null || tries.retryAt !== null}
          closed={tries.busy || tries.retryAt !== null}
          describedBy="message"
        />
      )}
      <PinOutcome tries={tries} />
      <div class={closed ? 'pair' : ''}>
        <button type="button" class="btn wide" data-act="cancel-pin" onClick={onCancel}>
          {t('cancel')}
        </button>
        {closed && (
          <button type="button" class="btn pri" onClick={() => openJourney('recover')}>
            {t('forgotPin')}
          </button>
        )}
      </div>
    </section>
  );
}
