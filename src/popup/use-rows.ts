import { useState } from 'preact/hooks';
import type { AccountId } from '../core/account.ts';
import type { AccountView } from '../messages/protocol.ts';
import { ask } from '../messages/send.ts';
import { t } from '../ui/i18n.ts';
import type { ToastText } from '../ui/parts/toast.tsx';
import { useFill } from './use-fill.ts';

interface Needs {
  onLocked: () => void;
  onToast: (toast: ToastText) => void;
  reload: () => Promise<void>;
}

/** What the rows of a list share: which one is open, which code was copied, where a fill stands. */
export function useRows({ onLocked, onToast, reload }: Needs) {
  const [openId, setOpenId] = useState<AccountId | null>(null);
  const [copiedCode, setCopiedCode] = useState<string | null>(null);
  const filling = useFill(onLocked);

  const copy = async ({ id, code }: AccountView) => {
    setOpenId(id);
    try {
      await navigator.clipboard.writeText(code);
    } catch {
      // The browser says no in its own words, which differ; ours are enough.
      filling.fail(id, 'copy-failed');
      return;
    }
    setCopiedCode(code);
    onToast({ text: t('copied') });
  };
  const toggle = ({ id }: AccountView) => {
    filling.reset();
    setOpenId(openId === id ? null : id);
  };
  const fill = ({ id }: AccountView) => {
    filling.reset();
    return filling.fill(id);
  };
  const advance = async ({ id }: AccountView) => {
    const answer = await ask('advanceCounter', { id });
    if (!answer.ok && answer.error === 'locked') onLocked();
    else await reload();
  };
  return { openId, copiedCode, filling, copy, toggle, fill, advance };
}

export type RowsState = ReturnType<typeof useRows>;
