import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface Props {
  kind: 'plain' | 'warn' | 'danger';
  title?: string;
  children?: ComponentChildren;
}

/** Something to know, next to what it is about. */
export function Note({ kind, title, children }: Props) {
  return (
    <div class={`note ${kind}`}>
      <Icon name={kind === 'plain' ? 'info' : 'warn'} />
      <div>
        {title && <b>{title}</b>}
        {children}
      </div>
    </div>
  );
}
