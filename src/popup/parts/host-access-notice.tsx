import { useHostAccess } from '../../ui/host-access.ts';
import { t } from '../../ui/i18n.ts';
import { Note } from '../../ui/parts/note.tsx';

/** Asks for access to sign-in pages where the user has withheld it, with the reason. */
export function HostAccessNotice() {
  const { granted, ask } = useHostAccess();
  if (granted !== false) return null;
  return (
    <Note kind="warn" title={t('hostAccessTitle')}>
      <p>{t('hostAccessLead')}</p>
      <button type="button" id="grant" class="btn" onClick={ask}>
        {t('hostAccessGrant')}
      </button>
    </Note>
  );
}
