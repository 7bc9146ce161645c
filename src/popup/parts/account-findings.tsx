import type { AccountId, Site } from '../../core/account.ts';
import type { CheckUp } from '../../messages/site-views.ts';
import { fullName } from '../../ui/find-accounts.ts';
import { t } from '../../ui/i18n.ts';
import { openOutside } from '../../ui/outside-page.ts';
import { Finding, Findings, Mend } from './finding.tsx';

interface Props {
  found: CheckUp;
  onEdit: (id: AccountId) => void;
  onAddSites: (id: AccountId, sites: Site[]) => void;
  onRemoveSite: (id: AccountId, site: Site) => void;
  onMerge: (id: AccountId) => void;
}

/** Of single accounts, the worst first. */
export function AccountFindings({ found, onEdit, onAddSites, onRemoveSite, onMerge }: Props) {
  const { siteless, weak, duplicates, lookalikes } = found;
  const list = (names: string[]) =>
    new Intl.ListFormat(t('languageTag'), { type: 'conjunction' }).format(names);
  return (
    <>
      <Findings title={t('checkAlikeTitle')}>
        {lookalikes.map(({ account, site, resembles }) => (
          <Finding
            key={`${account.id} ${site}`}
            name="lookalike"
            text={t('checkAlike', fullName(account), site, resembles)}
          >
            <Mend text={t('checkAlikeRemove', site)} onClick={() => onRemoveSite(account.id, site)} />
          </Finding>
        ))}
      </Findings>
      <Findings title={t('checkSitelessTitle')}>
        {siteless.map(({ account, proposed }) => (
          <Finding key={account.id} name="siteless" text={t('checkSiteless', fullName(account))}>
            {proposed.length > 0 ? (
              <Mend
                text={t('checkSitelessAdd', list(proposed))}
                onClick={() => onAddSites(account.id, proposed)}
              />
            ) : (
              <Mend text={t('checkSitelessEdit')} onClick={() => onEdit(account.id)} />
            )}
          </Finding>
        ))}
      </Findings>
      <Findings title={t('checkDoubleTitle')}>
        {duplicates.map(({ keep, others }) => (
          <Finding
            key={keep.id}
            name="duplicate"
            text={t('checkDouble', fullName(keep), list(others.map(fullName)))}
          >
            <Mend text={t('checkDoubleMerge')} onClick={() => onMerge(keep.id)} />
          </Finding>
        ))}
      </Findings>
      <Findings title={t('checkWeakTitle')}>
        {weak.map(({ account, page }) => (
          <Finding key={account.id} name="weak" text={t('checkWeak', fullName(account))}>
            {page ? (
              <Mend text={t('checkWeakPage')} onClick={() => void openOutside(page)} />
            ) : (
              <Mend text={t('checkWeakEdit')} onClick={() => onEdit(account.id)} />
            )}
          </Finding>
        ))}
      </Findings>
    </>
  );
}
