import type { RenewalEnds } from '../../messages/views.ts';
import { formatDate, formatNumber, t } from '../../ui/i18n.ts';
import { Note } from '../../ui/parts/note.tsx';
import { StepFrame } from './step-frame.tsx';

interface Props {
  locked: boolean;
  ends: RenewalEnds;
  onBackup: () => void;
  onContact: () => void;
}

/** The end of a renewal: what the old code is still good for, what opens nothing any more, and a new backup. */
export function Renewed({ locked, ends: { backups, contact }, onBackup, onContact }: Props) {
  return (
    <StepFrame name="done" title={t('renewedTitle')} lead={t(locked ? 'renewedLocked' : 'renewedOpen')} last>
      <Note kind="plain">
        <p>{t('renewedOldCode')}</p>
        {backups.length > 0 && (
          <>
            <p>{t('renewedBackups')}</p>
            <ul id="old-backups">
              {backups.map(({ at, number }) => (
                <li key={at}>{t('renewedBackup', formatDate(at), formatNumber(number))}</li>
              ))}
            </ul>
          </>
        )}
      </Note>
      <button type="button" id="go-backup" class="btn tall wide" data-first onClick={onBackup}>
        {t('backupMake')}
      </button>
      {contact && (
        <>
          <Note kind="warn">{t('renewedContact')}</Note>
          <button type="button" id="go-contact" class="btn tall wide" onClick={onContact}>
            {t('contactGo')}
          </button>
        </>
      )}
      <p class="meta">{t('renewedCopies')}</p>
    </StepFrame>
  );
}
