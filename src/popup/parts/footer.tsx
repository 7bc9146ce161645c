import { t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/parts/icon.tsx';

interface Props {
  /** Something waits in the settings: said there, and here by a dot and its text. */
  backupDue: boolean;
  onAdd: () => void;
  onLock: () => void;
  onSettings: () => void;
}

export function Footer({ backupDue, onAdd, onLock, onSettings }: Props) {
  return (
    <nav class="foot">
      <button type="button" id="add" onClick={onAdd}>
        <Icon name="plus" />
        <span>{t('footAdd')}</span>
      </button>
      <button type="button" id="lock" onClick={onLock}>
        <Icon name="lock" />
        <span>{t('footLock')}</span>
      </button>
      <button
        type="button"
        id="settings"
        title={backupDue ? t('backupDue') : undefined}
        data-backup-due={backupDue || undefined}
        onClick={onSettings}
      >
        <span class="badged">
          <Icon name="sliders" />
          {backupDue && <i class="badge" />}
        </span>
        <span>
          {t('footSettings')}
          {backupDue && <span class="vh">. {t('backupDue')}</span>}
        </span>
      </button>
    </nav>
  );
}
