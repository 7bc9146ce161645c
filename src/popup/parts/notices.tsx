import { t, tCount } from '../../ui/i18n.ts';
import { openJourney } from '../../ui/own-pages.ts';
import { Icon } from '../../ui/parts/icon.tsx';
import { HostAccessNotice } from './host-access-notice.tsx';

interface Props {
  failures: number;
  /** Accounts in quarantine. */
  unreadable: number;
  /** The browser wrote the second copy of the vault. */
  mirrored: boolean;
}

/** Quiet lines above the list. */
export function Notices({ failures, unreadable, mirrored }: Props) {
  return (
    <>
      <HostAccessNotice />
      {failures > 0 && (
        <div class="notice">
          <Icon name="warn" size={16} />
          <p>{tCount(failures, 'failuresOne', 'failuresMany')}</p>
        </div>
      )}
      {!mirrored && (
        <div class="notice" id="no-copy">
          <Icon name="warn" size={16} />
          <p>
            {t('notMirrored')}{' '}
            <button type="button" class="inline" onClick={() => openJourney('backup')}>
              {t('backupMake')}
            </button>
          </p>
        </div>
      )}
      {unreadable > 0 && (
        <div class="notice" id="quarantine" data-count={unreadable}>
          <Icon name="warn" size={16} />
          <p>
            {tCount(unreadable, 'unreadableOne', 'unreadableMany')}{' '}
            <button
              type="button"
              class="inline"
              id="quarantine-restore"
              onClick={() => openJourney('restore')}
            >
              {t('unreadableRestore')}
            </button>
          </p>
        </div>
      )}
    </>
  );
}
