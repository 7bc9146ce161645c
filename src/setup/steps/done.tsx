import { t } from '../../ui/i18n.ts';
import { Note } from '../../ui/parts/note.tsx';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { StepFrame } from './step-frame.tsx';

/** The end of a set-up. */
export function Done({ onRestore }: { onRestore: () => void }) {
  const { open, fill } = useShortcuts();
  return (
    <StepFrame name="done" title={t('doneTitle')} lead={t('doneLead')} last>
      <ol class="nums">
        <li>
          <div>
            <b>{t('donePinTitle')}</b>
            <p>{t(__TARGET__ === 'firefox' ? 'donePinFirefox' : 'donePinChrome')}</p>
          </div>
        </li>
        <li>
          <div>
            <b>{t('doneAddTitle')}</b>
            <p>{t('doneAddLead')}</p>
          </div>
        </li>
      </ol>
      <p class="meta">
        {open && t('keysOpen', open)} {fill && t('keysFill', fill)}
      </p>
      <button type="button" id="go-restore" class="btn wide" onClick={onRestore}>
        {t('restoreFile')}
      </button>
      <Note kind="plain" title={t('uninstallTitle')}>
        {t('uninstallLead')}
      </Note>
    </StepFrame>
  );
}
