import { OTPInput, REGEXP_ONLY_DIGITS } from 'input-otp';
import { useState } from 'react';
import { sendCode } from '../shared/send-code.ts';

/** input-otp: one transparent input over drawn slots; sends itself when complete. */
export function Page() {
  const [code, setCode] = useState('');
  return (
    <OTPInput
      maxLength={6}
      pattern={REGEXP_ONLY_DIGITS}
      value={code}
      onChange={setCode}
      onComplete={sendCode}
      render={({ slots }) => (
        <div className="boxes">
          {slots.map(({ char, isActive }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place
            <div key={at} className={isActive ? 'slot active' : 'slot'}>
              {char}
            </div>
          ))}
        </div>
      )}
    />
  );
}
