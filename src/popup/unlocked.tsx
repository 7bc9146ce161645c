import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from '../messages/send.ts';
import type { AccountView, DraftView, WaitingFill } from '../messages/views.ts';
import { useAt } from '../ui/clock.ts';
import { fullName } from '../ui/find-accounts.ts';
import { t } from '../ui/i18n.ts';
import { Toast, type ToastText } from '../ui/parts/toast.tsx';
import { takeTabStart } from './own-tab.ts';
import { AccountsScreen } from './screens/accounts.tsx';
import { AddScreen } from './screens/add.tsx';
import { ChangePinScreen } from './screens/change-pin.tsx';
import { CheckUpScreen } from './screens/check-up.tsx';
import { EditScreen } from './screens/edit.tsx';
import { EnrolledScreen } from './screens/enrolled.tsx';
import { FillScreen } from './screens/fill.tsx';
import { FillsScreen } from './screens/fills.tsx';
import { PreviewScreen } from './screens/preview.tsx';
import { SettingsScreen } from './screens/settings.tsx';
import { useAccounts } from './use-accounts.ts';
import { useRows } from './use-rows.ts';
import { useSiteFacts } from './use-site-facts.ts';

type View =
  | { at: 'list' }
  | { at: 'fill'; waiting: WaitingFill }
  | { at: 'enrolled' }
  | { at: 'add'; scan: boolean }
  | { at: 'preview'; draft: DraftView; more: number }
  | { at: 'edit'; account: AccountView; from: 'list' | 'check-up' }
  | { at: 'settings' }
  | { at: 'fills' }
  | { at: 'change-pin' }
  | { at: 'check-up' };

/** Where a page's accepted offer leads. */
function viewOf(waiting: WaitingFill): View {
  return waiting.enrols ? { at: 'add', scan: true } : { at: 'fill', waiting };
}

interface Props {
  locksAt: number;
  failuresBefore: number;
  backupDays: number | null;
  mirrored: boolean;
  waiting: WaitingFill | null;
  onChange: () => void;
}

/** The open vault: one list of accounts, and the screens around it. */
export function Unlocked({ locksAt, failuresBefore, backupDays, mirrored, waiting, onChange }: Props) {
  const [view, showView] = useState<View | null>(waiting && viewOf(waiting));
  const [toast, setToast] = useState<ToastText | null>(null);
  const setView = useCallback((next: View) => {
    showView(next);
    // Of what was done before; on a screen with buttons below it would lie over them.
    if (next.at !== 'list') setToast(null);
  }, []);
  const { list, reload } = useAccounts(onChange);
  const facts = useSiteFacts(list);
  const onFilled = () => {
    if (view?.at === 'fill' && view.waiting.enrols) setView({ at: 'enrolled' });
    else window.close();
  };
  const rows = useRows({ onLocked: onChange, onToast: setToast, onFilled, reload });
  useAt(locksAt, locksAt, onChange);

  const goOn = useCallback(async () => {
    const start = takeTabStart();
    const waits = await ask('draft');
    if (waits) setView({ at: 'preview', ...waits });
    else if (start === 'add') setView({ at: 'add', scan: false });
    else setView({ at: start === 'change-pin' ? 'change-pin' : 'list' });
  }, []);
  useEffect(() => {
    // A draft that an earlier popup left comes up again; an accepted offer goes before it.
    if (!waiting) void goOn();
  }, []);

  const toList = () => setView({ at: 'list' });
  const dismiss = async () => {
    await ask('dismissWaiting');
    await goOn();
  };
  const lock = async () => {
    await ask('lock');
    onChange();
  };
  const afterDraft = async (saved: { issuer: string; name: string } | null) => {
    if (saved) setToast({ text: t('saved', fullName(saved)) });
    await reload();
    const status = saved && waiting?.enrols ? await ask('status') : null;
    // The page that showed the QR code waits for the first code of the account.
    if (status?.state === 'unlocked' && status.waiting?.enrols && !(await ask('draft')))
      return setView({ at: 'fill', waiting: status.waiting });
    await goOn();
  };
  const afterPin = () => {
    toList();
    setToast({ text: t('changePinDone') });
  };
  const undo = async (name: string) => {
    const answer = await ask('undoDelete');
    setToast(answer.ok ? { text: t('restored', name) } : null);
    await reload();
  };
  const afterDelete = async (account: AccountView) => {
    const name = fullName(account);
    await reload();
    toList();
    setToast({ text: t('deleted', name), onUndo: () => void undo(name) });
  };

  if (!view || !list || facts === undefined) return <main class="screen" aria-busy="true" />;
  const editFrom = (from: 'list' | 'check-up') => (account: AccountView) =>
    setView({ at: 'edit', account, from });
  const edit = editFrom('list');
  const screen = () => {
    switch (view.at) {
      case 'list':
        return (
          <AccountsScreen
            list={list}
            facts={facts}
            rows={rows}
            failuresBefore={failuresBefore}
            backupDays={backupDays}
            mirrored={mirrored}
            onAdd={(how) => setView({ at: 'add', scan: how === 'scan' })}
            onEdit={edit}
            onLock={lock}
            onSettings={() => setView({ at: 'settings' })}
          />
        );
      case 'fill':
        return (
          <FillScreen
            list={list}
            found={facts?.resemblance ?? null}
            rows={rows}
            waiting={view.waiting}
            onEdit={edit}
            onDismiss={dismiss}
          />
        );
      case 'enrolled':
        return <EnrolledScreen onDone={toList} />;
      case 'add':
        return (
          <AddScreen
            scanAtOnce={view.scan}
            onDraft={(found) => setView({ at: 'preview', ...found })}
            // The page's offer is declined with it.
            onBack={waiting?.enrols ? dismiss : toList}
            onLocked={onChange}
          />
        );
      case 'preview':
        return (
          <PreviewScreen
            key={view.draft.id}
            first={view.draft}
            more={view.more}
            onDone={afterDraft}
            onLocked={onChange}
          />
        );
      case 'edit':
        return (
          <EditScreen
            account={view.account}
            submitSites={list.submitSites}
            onSaved={() => void reload().then(() => setView({ at: view.from }))}
            onDeleted={() => void afterDelete(view.account)}
            // Whether a site's button is pressed was kept at once.
            onBack={() => void reload().then(() => setView({ at: view.from }))}
            onLocked={onChange}
          />
        );
      case 'settings':
        return (
          <SettingsScreen
            // Whether codes show may have been changed there.
            onBack={() => void reload().then(toList)}
            onChangePin={() => setView({ at: 'change-pin' })}
            onFills={() => setView({ at: 'fills' })}
            onCheckUp={() => setView({ at: 'check-up' })}
            onErased={onChange}
          />
        );
      case 'fills':
        return <FillsScreen onBack={() => setView({ at: 'settings' })} onLocked={onChange} />;
      case 'change-pin':
        return <ChangePinScreen onBack={() => setView({ at: 'settings' })} onChanged={afterPin} />;
      case 'check-up':
        return (
          <CheckUpScreen
            accounts={list.accounts}
            reload={reload}
            onEdit={editFrom('check-up')}
            onBack={() => setView({ at: 'settings' })}
            onLocked={onChange}
          />
        );
      default:
        return view satisfies never;
    }
  };
  return (
    <>
      {screen()}
      <Toast toast={toast} onGone={() => setToast(null)} />
    </>
  );
}
