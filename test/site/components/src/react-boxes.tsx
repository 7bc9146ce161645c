import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { sendCode } from '../shared/send-code.ts';

const POSITIONS = [0, 1, 2, 3, 4, 5];

/** Six controlled boxes as people write them by hand: the last character counts, the focus goes on, pasting fills all. */
export function Page() {
  const [digits, setDigits] = useState<string[]>(POSITIONS.map(() => ''));
  const boxes = useRef<(HTMLInputElement | null)[]>([]);

  const take = (next: string[]) => {
    setDigits(next);
    if (next.every((digit) => digit !== '')) void sendCode(next.join(''));
  };
  const change = (at: number, value: string) => {
    const digit = value.slice(-1);
    if (!/^\d?$/.test(digit)) return;
    take(digits.map((old, position) => (position === at ? digit : old)));
    if (digit) boxes.current[at + 1]?.focus();
  };
  const keyDown = (at: number, event: KeyboardEvent) => {
    if (event.key === 'Backspace' && !digits[at]) boxes.current[at - 1]?.focus();
  };
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    const pasted = event.clipboardData.getData('text').replace(/\D/g, '').slice(0, 6);
    take(digits.map((old, position) => pasted[position] ?? old));
    boxes.current[Math.min(pasted.length, 5)]?.focus();
  };

  return (
    <div className="boxes">
      {POSITIONS.map((at) => (
        <input
          key={at}
          ref={(box) => {
            boxes.current[at] = box;
          }}
          type="text"
          inputMode="numeric"
          aria-label={`Digit ${at + 1}`}
          value={digits[at]}
          onChange={(event) => change(at, event.target.value)}
          onKeyDown={(event) => keyDown(at, event)}
          onPaste={paste}
        />
      ))}
    </div>
  );
}
