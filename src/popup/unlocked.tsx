import { useCallback, useEffect, useState } from 'preact/hooks';
import type { AccountView, DraftView, WaitingFill } from '../messages/protocol.ts';
import { ask } from '../messages/send.ts';
import { useAt } from '../ui/clock.ts';
import { fullName } from '../ui/find-accounts.ts';
import { t } from '../ui/i18n.ts';
import { Toast, type ToastText } from '../ui/parts/toast.tsx';
import { takeTabStart } from './own-tab.ts';
import { AccountsScreen } from './screens/accounts.tsx';
import { AddScreen } from './screens/add.tsx';
import { ChangePinScreen } from './screens/change-pin.tsx';
import { EditScreen } from './screens/edit.tsx';
import { FillScreen } from './screens/fill.tsx';
import { PreviewScreen } from './screens/preview.tsx';
import { SettingsScreen } from './screens/settings.tsx';
import { useAccounts } from './use-accounts.ts';
import { useRows } from './use-rows.ts';

type View =
  | { at: 'list' }
  | { at: 'fill'; waiting: WaitingFill }
  | { at: 'add'; scan: boolean }
  | { at: 'preview'; draft: DraftView; more: number }
  | { at: 'edit'; account: AccountView }
  | { at: 'settings' }
  | { at: 'change-pin' };

interface Props {
  locksAt: number;
  failuresBefore: number;
  backupDays: number | null;
  waiting: WaitingFill | null;
  onChange: () => void;
}

/** The open vault: one list of accounts, and the screens around it. */
export function Unlocked({ locksAt, failuresBefore, backupDays, waiting, onChange }: Props) {
  const [view, showView] = useState<View | null>(waiting && { at: 'fill', waiting });
  const [toast, setToast] = useState<ToastText | null>(null);
  const setView = useCallback((next: View) => {
    showView(next);
    // Of what was done before; on a screen with buttons below it would lie over them.
    if (next.at !== 'list') setToast(null);
  }, []);
  const { list, reload } = useAccounts(onChange);
  const rows = useRows({ onLocked: onChange, onToast: setToast, reload });
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

  if (!view || !list) return <main class="screen" aria-busy="true" />;
  const edit = (account: AccountView) => setView({ at: 'edit', account });
  const screen = () => {
    switch (view.at) {
      case 'list':
        return (
          <AccountsScreen
            list={list}
            rows={rows}
            failuresBefore={failuresBefore}
            backupDays={backupDays}
            onAdd={(how) => setView({ at: 'add', scan: how === 'scan' })}
            onEdit={edit}
            onLock={lock}
            onSettings={() => setView({ at: 'settings' })}
          />
        );
      case 'fill':
        return (
          <FillScreen list={list} rows={rows} waiting={view.waiting} onEdit={edit} onDismiss={dismiss} />
        );
      case 'add':
        return (
          <AddScreen
            scanAtOnce={view.scan}
            onDraft={(found) => setView({ at: 'preview', ...found })}
            onBack={toList}
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
            onSaved={() => void reload().then(toList)}
            onDeleted={() => void afterDelete(view.account)}
            onBack={toList}
            onLocked={onChange}
          />
        );
      case 'settings':
        return (
          <SettingsScreen
            // Whether codes show may have been changed there.
            onBack={() => void reload().then(toList)}
            onChangePin={() => setView({ at: 'change-pin' })}
            onErased={onChange}
          />
        );
      case 'change-pin':
        return <ChangePinScreen onBack={() => setView({ at: 'settings' })} onChanged={afterPin} />;
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
