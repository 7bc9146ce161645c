import { t } from '../../ui/i18n.ts';
import { Note } from '../../ui/parts/note.tsx';
import { StepFrame } from './step-frame.tsx';

/** The end of a renewal: what the old code is still good for, and a new backup. */
export function Renewed({ locked, onBackup }: { locked: boolean; onBackup: () => void }) {
  return (
    <StepFrame name="done" title={t('renewedTitle')} lead={t(locked ? 'renewedLocked' : 'renewedOpen')}>
      <Note kind="plain">{t('renewedOldCode')}</Note>
      <button type="button" id="go-backup" class="btn tall wide" data-first onClick={onBackup}>
        {t('backupMake')}
      </button>
      <p class="meta">{t('renewedCopies')}</p>
    </StepFrame>
  );
}
