import { t } from '../../ui/i18n.ts';
import { Field } from '../../ui/parts/field.tsx';
import { SiteList } from './site-list.tsx';

interface Props {
  sites: readonly string[];
  typed: string;
  onTyped: (text: string) => void;
  onChange: (sites: string[]) => void;
}

/** The sites of one account. */
export function SitesField({ sites, typed, onTyped, onChange }: Props) {
  const add = () => {
    const site = typed.trim().toLowerCase();
    if (site && !sites.includes(site)) onChange([...sites, site]);
    onTyped('');
  };
  return (
    <fieldset class="sites-field">
      <legend>{t('sites')}</legend>
      <SiteList
        sites={sites}
        none={t('sitesNone')}
        onRemove={(site) => onChange(sites.filter((each) => each !== site))}
      />
      <Field
        id="edit-site"
        label={t('addSite')}
        hint={t('sitesLead')}
        value={typed}
        inputMode="url"
        onInput={onTyped}
      >
        <button type="button" id="edit-site-add" class="btn" onClick={add}>
          {t('addSiteGo')}
        </button>
      </Field>
    </fieldset>
  );
}
