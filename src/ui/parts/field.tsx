import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  placeholder?: string;
  first?: boolean;
  mono?: boolean;
  maxLength?: number;
  inputMode?: 'numeric' | 'url' | 'text';
  children?: ComponentChildren;
}

/** A line of text with its label above and what to know below. */
export function Field({ id, label, value, onInput, hint, first, mono, children, ...input }: Props) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="line">
        <input
          id={id}
          class={mono ? 'mono' : ''}
          value={value}
          data-first={first || undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
          {...input}
        />
        {children}
      </div>
      {hint && (
        <p class="meta" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
