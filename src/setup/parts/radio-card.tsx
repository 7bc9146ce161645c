import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  name: string;
  title: string;
  checked: boolean;
  onChoose: () => void;
  first?: boolean;
  /** What to know about it. */
  children?: ComponentChildren;
}

/** One of several to choose from, with the system's own control. */
export function RadioCard({ id, name, title, checked, onChoose, first, children }: Props) {
  return (
    <label class="mode" for={id}>
      <input
        type="radio"
        id={id}
        name={name}
        checked={checked}
        data-first={first || undefined}
        onChange={onChoose}
      />
      <span>
        {children ? <b>{title}</b> : title}
        {children}
      </span>
    </label>
  );
}
