import { useMemo, useState } from 'preact/hooks';
import type { SiteFacts as Facts } from '../../messages/site-views.ts';
import type { AccountList, AccountView } from '../../messages/views.ts';
import { useClock } from '../../ui/clock.ts';
import { searchAccounts, sortAccounts, splitBySite } from '../../ui/find-accounts.ts';
import { t, tCount } from '../../ui/i18n.ts';
import { Marked } from '../../ui/parts/marked.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { isBackupDue } from '../backup-age.ts';
import { moveByKey } from '../list-keys.ts';
import { EmptyList } from '../parts/empty-list.tsx';
import { Footer } from '../parts/footer.tsx';
import { LookalikeNote } from '../parts/lookalike-note.tsx';
import { Notices } from '../parts/notices.tsx';
import { Rows } from '../parts/rows.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { SiteFacts } from '../parts/site-facts.tsx';
import type { RowsState } from '../use-rows.ts';

interface Props {
  list: AccountList;
  /** Of the site in the tab; null until they are known. */
  facts: Facts | null;
  rows: RowsState;
  failuresBefore: number;
  backupDays: number | null;
  mirrored: boolean;
  onAdd: (how: 'scan' | 'choose') => void;
  onEdit: (account: AccountView) => void;
  onLock: () => void;
  onSettings: () => void;
}

export function AccountsScreen(props: Props) {
  const { list, facts, rows, failuresBefore, backupDays, mirrored, onAdd, onEdit, onLock, onSettings } =
    props;
  const now = useClock();
  const [words, setWords] = useState('');
  const sorted = useMemo(() => sortAccounts(list.accounts, t('languageTag')), [list]);
  const { here, others } = splitBySite(searchAccounts(sorted, words), list.site);
  const enter = () => {
    const [first] = [...here, ...others];
    if (words.trim() === '') {
      if (here[0]) void rows.fill(here[0]);
    } else if (first) void rows.copy(first);
  };
  const about = (
    <>
      {facts?.resemblance && <LookalikeNote found={facts.resemblance} />}
      <SiteFacts facts={facts} onAdd={() => onAdd('choose')} />
    </>
  );
  const shared = { state: rows, now, site: list.site, onEdit };
  return (
    <Screen name="accounts" onKey={moveByKey}>
      {sorted.length > 0 && (
        <div class="main">
          <h1 class="vh">Tweestap</h1>
          <SearchField
            value={words}
            label={tCount(sorted.length, 'searchOne', 'searchMany')}
            onInput={setWords}
            onEnter={enter}
          />
          <div class="body list">
            <Notices failures={failuresBefore} unreadable={list.unreadable} mirrored={mirrored} />
            {here.length > 0 && (
              <section>
                <h2 class="sec">
                  <span>
                    <Marked text="thisSite">{list.site}</Marked>
                  </span>
                </h2>
                <Rows accounts={here} here {...shared} />
              </section>
            )}
            {words.trim() === '' && about}
            {others.length > 0 && (
              <section>
                <h2 class="sec">{t(here.length > 0 ? 'fillOthers' : 'allAccounts')}</h2>
                <Rows accounts={others} here={false} {...shared} />
              </section>
            )}
            {here.length + others.length === 0 && (
              <div class="pad-list" role="status">
                <p>{t('foundNone', words.trim())}</p>
                <p class="meta">{t('foundNoneLead')}</p>
              </div>
            )}
          </div>
        </div>
      )}
      {sorted.length === 0 && (
        <div class="main">
          <Notices failures={failuresBefore} unreadable={list.unreadable} mirrored={mirrored} />
          {about}
          <EmptyList onScan={() => onAdd('scan')} onOther={() => onAdd('choose')} />
        </div>
      )}
      <Footer
        backupDue={sorted.length > 0 && isBackupDue(backupDays)}
        onAdd={() => onAdd('choose')}
        onLock={onLock}
        onSettings={onSettings}
      />
    </Screen>
  );
}
