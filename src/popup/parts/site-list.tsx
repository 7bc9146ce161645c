import { t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/parts/icon.tsx';

interface Props<S extends string> {
  sites: readonly S[];
  none: string;
  onRemove: (site: S) => void;
}

export function SiteList<S extends string>({ sites, none, onRemove }: Props<S>) {
  if (sites.length === 0) return <p class="meta">{none}</p>;
  return (
    <ul class="card">
      {sites.map((site) => (
        <li key={site} class="opt" data-site={site}>
          <Icon name="globe" />
          <span class="l">{site}</span>
          <button
            type="button"
            class="icb"
            data-act="remove-site"
            aria-label={t('removeSite', site)}
            title={t('removeSite', site)}
            onClick={() => onRemove(site)}
          >
            <Icon name="x" />
          </button>
        </li>
      ))}
    </ul>
  );
}
