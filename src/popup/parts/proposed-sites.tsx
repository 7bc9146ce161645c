import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../../core/account.ts';
import { ask } from '../../messages/send.ts';
import { t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/parts/icon.tsx';

interface Props {
  issuer: string;
  onChoose: (site: Site) => void;
}

/** Sites that the issuer is known to have, for an account without one: nothing is taken before a press. */
export function ProposedSites({ issuer, onChoose }: Props) {
  const [sites, setSites] = useState<Site[]>([]);
  useEffect(() => {
    let stale = false;
    void ask('proposedSites', { issuer }).then((found) => {
      if (!stale) setSites(found);
    });
    return () => {
      stale = true;
    };
  }, [issuer]);
  if (sites.length === 0) return null;
  return (
    <div class="proposed" id="proposed-sites">
      <p class="meta">{t('proposedSites', issuer)}</p>
      <div class="chips">
        {sites.map((site) => (
          <button key={site} type="button" class="btn" data-propose={site} onClick={() => onChoose(site)}>
            <Icon name="plus" size={16} />
            {site}
          </button>
        ))}
      </div>
    </div>
  );
}
