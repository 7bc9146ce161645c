import { useEffect, useRef, useState } from 'preact/hooks';
import type { Site } from '../../core/account.ts';
import type { AccountView } from '../../messages/views.ts';
import { titleOf } from '../../ui/find-accounts.ts';
import { t } from '../../ui/i18n.ts';
import { linkDoubt } from '../../ui/link-doubt.ts';
import { Message } from '../../ui/parts/message.tsx';

interface Props {
  account: AccountView;
  site: Site;
  onConfirm: () => void;
  onCancel: () => void;
}

/**
 * Asks before a code goes to a site that the account is not linked to. An account that belongs elsewhere, or whose issuer
 * has another name than the site, asks for the domain itself, since that is what a copied page gets wrong.
 */
export function LinkConfirm({ account, site, onConfirm, onCancel }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [domain, setDomain] = useState('');
  const [wrong, setWrong] = useState(false);
  const doubt = linkDoubt(account, site);
  const lead = {
    'other-sites': () => t('linkOther', account.sites.join(', ')),
    'other-name': () => t('linkOtherName', account.issuer, site),
  };
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, []);
  const confirm = (event: Event) => {
    event.preventDefault();
    if (doubt && domain.trim().toLowerCase() !== site) setWrong(true);
    else onConfirm();
  };
  return (
    <form ref={form} class={doubt ? 'note warn link' : 'note plain link'} onSubmit={confirm}>
      <b>{t('linkTitle', titleOf(account), site)}</b>
      <p>{doubt ? lead[doubt]() : t('linkLead')}</p>
      {doubt && (
        <div class="field">
          <label for="link-domain">{t('linkType', site)}</label>
          <div class="line">
            <input
              id="link-domain"
              value={domain}
              autoComplete="off"
              autoCapitalize="off"
              spellcheck={false}
              onInput={(event) => setDomain(event.currentTarget.value)}
            />
          </div>
        </div>
      )}
      <Message code={wrong ? 'not-domain' : null} />
      <div class="pair">
        <button type="button" class="btn" onClick={onCancel}>
          {t('cancel')}
        </button>
        <button type="submit" id="link-confirm" class="btn pri">
          {t('linkGo')}
        </button>
      </div>
    </form>
  );
}
