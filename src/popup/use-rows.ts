import { useState } from 'preact/hooks';
import type { AccountId } from '../core/account.ts';
import { ask } from '../messages/send.ts';
import type { AccountView } from '../messages/views.ts';
import { t } from '../ui/i18n.ts';
import type { ToastText } from '../ui/parts/toast.tsx';
import type { Refusal } from '../ui/use-try.ts';
import { useFill } from './use-fill.ts';
import { useReveal } from './use-reveal.ts';

interface Needs {
  onLocked: () => void;
  onToast: (toast: ToastText) => void;
  /** The page took a code. */
  onFilled: () => void;
  reload: () => Promise<void>;
}

/** What the rows of a list share: which one is open, which code was copied, which asks for the PIN, where a fill stands. */
export function useRows({ onLocked, onToast, onFilled, reload }: Needs) {
  const [openId, setOpenId] = useState<AccountId | null>(null);
  const [copiedCode, setCopiedCode] = useState<string | null>(null);
  const filling = useFill({ onLocked, onFilled });
  const { asking, askFor, codeOf, reveal, forget } = useReveal(onLocked);
  /** One question at a time. */
  const stopAsking = () => {
    filling.reset();
    askFor(null);
  };

  const write = async (id: AccountId, code: string) => {
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
  const copy = async (account: AccountView) => {
    const shown = codeOf(account);
    stopAsking();
    setOpenId(account.id);
    if (shown) await write(account.id, shown.code);
    else askFor(account.id);
  };
  /** What was wrong with the PIN; null when the code is there and copied. */
  const show = async (id: AccountId, pin: string): Promise<Refusal | null> => {
    const answer = await reveal(id, pin);
    if ('refusal' in answer) return answer.refusal;
    await write(id, answer.code.code);
    return null;
  };
  const toggle = ({ id }: AccountView) => {
    stopAsking();
    setOpenId(openId === id ? null : id);
  };
  const fill = ({ id }: AccountView) => {
    stopAsking();
    return filling.fill(id);
  };
  const advance = async ({ id }: AccountView) => {
    const answer = await ask('advanceCounter', { id });
    forget(id);
    if (!answer.ok && answer.error === 'locked') onLocked();
    else await reload();
  };
  return { openId, copiedCode, asking, filling, codeOf, copy, show, stopAsking, toggle, fill, advance };
}

export type RowsState = ReturnType<typeof useRows>;
