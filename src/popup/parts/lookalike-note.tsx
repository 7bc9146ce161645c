import type { Resemblance } from '../../messages/site-views.ts';
import { t } from '../../ui/i18n.ts';
import { HostText } from '../../ui/parts/host-text.tsx';
import { Note } from '../../ui/parts/note.tsx';
import { shownHost } from '../../ui/resemblance.ts';

/** Why nothing is offered: the site that is here, as it is written, beside the one that it looks like. */
export function LookalikeNote({ found }: { found: Resemblance }) {
  return (
    <div id="lookalike" class="pad-small" role="status">
      <Note kind="danger" title={t('lookalikeTitle')}>
        <Alike found={found} />
        <p>{t('lookalikeLead')}</p>
      </Note>
    </div>
  );
}

/** Both domains, one below the other: letter stands under letter. */
export function Alike({ found: { host, resembles } }: { found: Resemblance }) {
  const shown = shownHost(host);
  return (
    <dl class="alike">
      <dt>{t('lookalikeHere')}</dt>
      <dd data-host={host}>
        <HostText host={host} />
        {shown && <div class="meta">{t('lookalikeShown', shown)}</div>}
      </dd>
      <dt>{t('lookalikeYours')}</dt>
      <dd data-resembles={resembles}>
        <HostText host={resembles} />
      </dd>
    </dl>
  );
}
