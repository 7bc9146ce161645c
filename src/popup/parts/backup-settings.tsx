import { t } from '../../ui/i18n.ts';
import { openJourney } from '../../ui/own-pages.ts';
import { Note } from '../../ui/parts/note.tsx';
import { backupAge, isBackupDue } from '../backup-age.ts';
import { SettingRow } from './setting-row.tsx';

/** `days`: since a backup was verified; null when there never was one. */
export function BackupSettings({ days }: { days: number | null }) {
  return (
    <>
      <h2>{t('settingsBackup')}</h2>
      <div class="card">
        <SettingRow
          id="backup"
          title={t('backupMake')}
          lead={t('backupLast', backupAge(days))}
          onClick={() => openJourney('backup')}
        />
        <SettingRow
          id="restore"
          title={t('restoreFile')}
          lead={t('restoreFileLead')}
          onClick={() => openJourney('restore')}
        />
      </div>
      <Note kind={isBackupDue(days) ? 'warn' : 'plain'} title={t('uninstallTitle')}>
        <p>{t('uninstallBackup')}</p>
      </Note>
    </>
  );
}
