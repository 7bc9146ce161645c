import { t } from '../../ui/i18n.ts';
import { Note } from '../../ui/parts/note.tsx';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { StepFrame } from './step-frame.tsx';

export function Done() {
  const { open, fill } = useShortcuts();
  return (
    <StepFrame name="done">
      <div>
        <h1 class="title" tabIndex={-1}>
          {t('doneTitle')}
        </h1>
        <p class="lead">{t('doneLead')}</p>
      </div>
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
      <Note kind="plain" title={t('uninstallTitle')}>
        {t('uninstallLead')}
      </Note>
    </StepFrame>
  );
}
