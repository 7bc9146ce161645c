import type { ComponentChildren } from 'preact';

interface Props {
  /** Of the kind; tests and help find it by that. */
  name: string;
  text: string;
  /** What mends it. */
  children: ComponentChildren;
}

/** Something that could be better, and what mends it. */
export function Finding({ name, text, children }: Props) {
  return (
    <li class="finding" data-finding={name}>
      <p>{text}</p>
      {children}
    </li>
  );
}

/** Findings of one kind under their heading; nothing without one. */
export function Findings({ title, children }: { title: string; children: ComponentChildren[] }) {
  if (children.every((child) => !child)) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="card">{children}</ul>
    </section>
  );
}

export function Mend({ text, onClick }: { text: string; onClick: () => void }) {
  return (
    <button type="button" class="btn mend" data-act="mend" onClick={onClick}>
      {text}
    </button>
  );
}
