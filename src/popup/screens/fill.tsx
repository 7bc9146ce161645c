import { useMemo } from 'preact/hooks';
import type { Resemblance } from '../../messages/site-views.ts';
import type { AccountList, AccountView, WaitingFill } from '../../messages/views.ts';
import { useClock } from '../../ui/clock.ts';
import { sortAccounts, splitBySite } from '../../ui/find-accounts.ts';
import { t } from '../../ui/i18n.ts';
import { HostText } from '../../ui/parts/host-text.tsx';
import { Icon } from '../../ui/parts/icon.tsx';
import { Marked } from '../../ui/parts/marked.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { moveByKey } from '../list-keys.ts';
import { LookalikeNote } from '../parts/lookalike-note.tsx';
import { Rows } from '../parts/rows.tsx';
import type { RowsState } from '../use-rows.ts';

interface Props {
  list: AccountList;
  rows: RowsState;
  waiting: WaitingFill;
  /** The site looks like one of the vault's. */
  found: Resemblance | null;
  onEdit: (account: AccountView) => void;
  onDismiss: () => void;
}

/** An offer on a page was accepted: first say where, then which account. */
export function FillScreen({ list, rows, waiting, found, onEdit, onDismiss }: Props) {
  const now = useClock();
  const sorted = useMemo(() => sortAccounts(list.accounts, t('languageTag')), [list]);
  const { here, others } = splitBySite(sorted, waiting.site);
  const shared = { state: rows, now, site: waiting.site, toFill: true, onEdit };
  return (
    <Screen name="fill" onBack={onDismiss} onKey={moveByKey}>
      <header class="where">
        <p class="meta">{t('fillTitle')}</p>
        <h1 class="host" tabIndex={-1}>
          <HostText host={waiting.host} />
        </h1>
        <p class="site-line">
          <Icon name="globe" size={16} />
          <span id="fill-site">{waiting.site}</span>
        </p>
      </header>
      <div class="body list">
        {found && <LookalikeNote found={found} />}
        {here.length > 0 && <Rows accounts={here} here {...shared} />}
        {here.length === 0 && (
          <div class="pad-list">
            <p>
              <Marked text="fillNone">{waiting.site}</Marked>
            </p>
            <p class="meta">{t(others.length > 0 ? 'fillNonePick' : 'fillNoAccounts')}</p>
          </div>
        )}
        {here.length === 0 && others.length > 0 && (
          <section>
            <h2 class="sec">{t('allAccounts')}</h2>
            <Rows accounts={others} here={false} {...shared} />
          </section>
        )}
      </div>
      <div class="end">
        <button type="button" class="btn tall wide" data-act="dismiss" onClick={onDismiss}>
          {t('fillDismiss')}
        </button>
      </div>
    </Screen>
  );
}
