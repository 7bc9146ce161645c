import { useState } from 'preact/hooks';
import { looksLikeDate, type PinWeakness, pinWeakness } from '../../core/pin.ts';
import { t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import { Note } from '../../ui/parts/note.tsx';
import { PIN_LENGTH, PinField } from '../../ui/parts/pin-field.tsx';
import { StepFrame } from './step-frame.tsx';

/** The sixth digit goes on by itself, unless there is something to say about the PIN. */
export function ChoosePin({ isNew, onPin }: { isNew: boolean; onPin: (pin: string) => void }) {
  const [pin, setPin] = useState('');
  const [weakness, setWeakness] = useState<PinWeakness | null>(null);
  const full = pin.length === PIN_LENGTH;
  const date = full && weakness === null && looksLikeDate(pin);
  const check = (chosen: string, dateAllowed: boolean) => {
    const found = pinWeakness(chosen);
    setWeakness(found);
    if (!found && (dateAllowed || !looksLikeDate(chosen))) onPin(chosen);
  };
  return (
    <StepFrame name="pin" title={t(isNew ? 'choosePin' : 'chooseNewPin')} lead={t('choosePinLead')}>
      <form
        class="stack gaps"
        onSubmit={(event) => {
          event.preventDefault();
          check(pin, true);
        }}
      >
        <PinField
          id="pin"
          label={t('pinLabel')}
          value={pin}
          onInput={(typed) => {
            setPin(typed);
            setWeakness(null);
          }}
          onFull={(typed) => check(typed, false)}
          bad={weakness !== null}
          first
          describedBy="pin-hint message"
        />
        <p class="meta" id="pin-hint">
          {t('choosePinHint')}
        </p>
        <Message code={weakness} />
        {date && <Note kind="warn">{t('pinDate')}</Note>}
        <button type="submit" id="continue" class="btn pri tall wide" disabled={!full || weakness !== null}>
          {t(date ? 'pinDateGo' : 'goOn')}
        </button>
        {isNew && (
          <Note kind="plain" title={t('uninstallTitle')}>
            {t('uninstallLead')}
          </Note>
        )}
      </form>
    </StepFrame>
  );
}
