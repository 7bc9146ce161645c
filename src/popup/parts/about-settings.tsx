import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../messages/send.ts';
import { t } from '../../ui/i18n.ts';
import { licenceAddress, version } from '../../ui/own-pages.ts';
import { OutsideLink } from '../../ui/parts/outside-link.tsx';

/** What this is, and whose facts it carries. */
export function AboutSettings() {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    void ask('siteFacts').then((answer) => setSource(answer.ok ? answer.value.source : null));
  }, []);
  return (
    <>
      <h2>{t('about')}</h2>
      <p class="meta inset">{t('privateWindows')}</p>
      <div class="card">
        <div class="opt">
          <span class="l">{t('version')}</span>
          <span class="v">{version()}</span>
        </div>
        {source && (
          <div class="opt" id="facts-source">
            <span class="l">
              {t('factsSource')}
              <span class="meta">{source}</span>
            </span>
            <OutsideLink id="facts-licence" address={licenceAddress()}>
              {t('factsLicence')}
            </OutsideLink>
          </div>
        )}
      </div>
    </>
  );
}
