import type { CheckUp } from '../../messages/site-views.ts';
import { t } from '../../ui/i18n.ts';
import { openJourney } from '../../ui/own-pages.ts';
import { backupAge, isBackupDue } from '../backup-age.ts';
import { Finding, Findings, Mend } from './finding.tsx';

/** Of the vault as a whole: its backup, what opens it, and what opens it when that is forgotten. */
export function VaultFindings({ found: { backupDays, mode, recoveryCode } }: { found: CheckUp }) {
  return (
    <Findings title={t('checkVaultTitle')}>
      {!recoveryCode && (
        <Finding name="recovery" text={t('checkRecovery')}>
          <Mend text={t('checkRecoveryGo')} onClick={() => openJourney('mode')} />
        </Finding>
      )}
      {isBackupDue(backupDays) && (
        <Finding name="backup" text={t('backupLast', backupAge(backupDays))}>
          <Mend text={t('backupMake')} onClick={() => openJourney('backup')} />
        </Finding>
      )}
      {mode === 'basic' && (
        <Finding name="mode" text={t('checkMode')}>
          <Mend text={t('checkModeGo')} onClick={() => openJourney('mode')} />
        </Finding>
      )}
    </Findings>
  );
}
