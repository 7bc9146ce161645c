import type { DraftView } from '../../messages/views.ts';
import { fullName } from '../../ui/find-accounts.ts';
import { t, tCount } from '../../ui/i18n.ts';
import { Note } from '../../ui/parts/note.tsx';
import { unusualSettings } from '../../ui/unusual-settings.ts';

/** What is worth a look before an account is saved. */
export function DraftNotes({ draft }: { draft: DraftView }) {
  const { transfer } = draft;
  const unusual = unusualSettings(draft.settings);
  const differs = draft.labelIssuer !== '' && draft.labelIssuer.toLowerCase() !== draft.issuer.toLowerCase();
  return (
    <>
      {draft.duplicateOf && (
        <Note kind="warn" title={t('duplicateTitle')}>
          {t('duplicateLead', fullName(draft.duplicateOf))}
        </Note>
      )}
      {transfer && transfer.pictures > 1 && (
        <Note kind="warn">{t('transferPart', String(transfer.picture), String(transfer.pictures))}</Note>
      )}
      {transfer && transfer.unreadable > 0 && (
        <Note kind="warn">{tCount(transfer.unreadable, 'transferLeftOne', 'transferLeftMany')}</Note>
      )}
      {differs && <Note kind="warn">{t('labelDiffers', draft.issuer, draft.labelIssuer)}</Note>}
      {unusual.length > 0 && (
        <Note kind="warn" title={t('unusual')}>
          {t('unusualLead')}
          <span class="chips">
            {unusual.map((words) => (
              <span key={words} class="chip">
                {words}
              </span>
            ))}
          </span>
        </Note>
      )}
      {draft.weak && (
        <Note kind="warn" title={t('weakTitle')}>
          {t('weakLead')}
        </Note>
      )}
    </>
  );
}
