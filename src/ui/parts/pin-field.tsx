import { useEffect, useRef, useState } from 'preact/hooks';

export const PIN_LENGTH = 6;

interface Props {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** Called with the sixth digit. */
  onFull?: (pin: string) => void;
  bad?: boolean;
  closed?: boolean;
  first?: boolean;
  describedBy?: string;
  showLabel?: boolean;
}

/** Six cells to look at, and one real field below them: paste and screen readers meet a single field. */
export function PinField({ id, label, value, onInput, onFull, bad = false, closed = false, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [focused, setFocused] = useState(false);
  const wasClosed = useRef(closed);
  useEffect(() => {
    // A closed field loses the focus; give it back when it opens again.
    if (wasClosed.current && !closed && document.activeElement === document.body) input.current?.focus();
    wasClosed.current = closed;
  }, [closed]);
  const take = (element: HTMLInputElement) => {
    const pin = element.value.replace(/\D/g, '').slice(0, PIN_LENGTH);
    element.value = pin;
    if (pin === value) return;
    onInput(pin);
    if (pin.length === PIN_LENGTH) onFull?.(pin);
  };
  const caret = focused && !closed ? Math.min(value.length, PIN_LENGTH - 1) : -1;
  return (
    <div class="pin">
      <label for={id} class={rest.showLabel ? 'pin-label' : 'vh'}>
        {label}
      </label>
      <div class={['cells', bad && 'bad', closed && 'off'].filter(Boolean).join(' ')}>
        {Array.from({ length: PIN_LENGTH }, (_, nth) => (
          <span key={nth} class={nth === caret ? 'cell now' : 'cell'} aria-hidden="true">
            {nth < value.length ? <i /> : nth === caret && <u />}
          </span>
        ))}
        <input
          ref={input}
          id={id}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          data-first={rest.first || undefined}
          data-1p-ignore
          data-lpignore="true"
          data-bwignore
          maxLength={PIN_LENGTH + 2}
          value={value}
          disabled={closed}
          aria-invalid={bad}
          aria-describedby={rest.describedBy}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onInput={(event) => take(event.currentTarget)}
        />
      </div>
    </div>
  );
}
