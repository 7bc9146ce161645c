import { t } from '../../ui/i18n.ts';
import { openInTab } from '../own-tab.ts';

/** Where the popup cannot show the passkey: the same screen goes on in a tab. */
export function UnlockInTab() {
  return (
    <div class="stack locked">
      <h1 class="title" tabIndex={-1}>
        {t('unlockPasskeyTitle')}
      </h1>
      <p class="lead">{t('unlockTabLead')}</p>
      <button
        type="button"
        id="unlock-in-tab"
        class="btn pri tall wide"
        data-first
        onClick={() => openInTab('unlock')}
      >
        {t('unlockTab')}
      </button>
    </div>
  );
}
