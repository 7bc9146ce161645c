import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { focusFirst } from '../focus-first.ts';

export type ScreenName =
  | 'none'
  | 'setup'
  | 'locked'
  | 'accounts'
  | 'fill'
  | 'enrolled'
  | 'add'
  | 'preview'
  | 'edit'
  | 'settings'
  | 'fills'
  | 'change-pin'
  | 'check-up'
  | 'damaged';

interface Props {
  name: ScreenName;
  /** What Escape does; without it the browser closes the popup. */
  onBack?: () => void;
  onKey?: (event: KeyboardEvent & { currentTarget: HTMLElement }) => void;
  children: ComponentChildren;
}

/** One screen of the popup, ready to be used. Moves the focus to its first field, or else to its heading. */
export function Screen({ name, onBack, onKey, children }: Props) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    focusFirst(main.current);
  }, [name]);
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    onKey?.(event);
    if (event.key !== 'Escape' || !onBack || event.defaultPrevented) return;
    event.preventDefault();
    onBack();
  };
  return (
    <main class="screen" ref={main} data-screen={name} onKeyDown={onKeyDown}>
      {children}
    </main>
  );
}
