import { t } from '../ui/i18n.ts';

/** A backup that is older holds less than the user may think. */
const OLD_DAYS = 30;

/** Of `backupDays`: days since a backup was verified, null when there never was one. */
export function isBackupDue(days: number | null): boolean {
  return days === null || days >= OLD_DAYS;
}

/** "today", "12 days ago", "never". */
export function backupAge(days: number | null): string {
  if (days === null) return t('never');
  return new Intl.RelativeTimeFormat(t('languageTag'), { numeric: 'auto' }).format(-days, 'day');
}
