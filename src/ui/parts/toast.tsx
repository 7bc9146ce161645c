import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { Icon } from './icon.tsx';

export interface ToastText {
  text: string;
  onUndo?: () => void;
}

const SHOWN_MS = 4000;

/** One sentence that goes away by itself, but not while it is pointed at or holds the focus. */
export function Toast({ toast, onGone }: { toast: ToastText | null; onGone: () => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!toast || held) return undefined;
    const timer = window.setTimeout(onGone, SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [toast, held, onGone]);
  return (
    <div class="toast-place" role="status">
      {toast && (
        <div
          id="toast"
          class="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocusIn={() => setHeld(true)}
          onFocusOut={() => setHeld(false)}
        >
          <Icon name="check" />
          <span>{toast.text}</span>
          {toast.onUndo && (
            <button type="button" id="undo" class="btn" onClick={toast.onUndo}>
              {t('undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
