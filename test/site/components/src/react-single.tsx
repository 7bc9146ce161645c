import { useState } from 'react';
import { sendCode } from '../shared/send-code.ts';

/** A controlled input whose state takes digits only; a button sends it. */
export function Page() {
  const [code, setCode] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void sendCode(code);
      }}
    >
      <label htmlFor="code">Verification code</label>
      <input
        id="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
      />
      <button type="submit" disabled={code.length !== 6}>
        Verify
      </button>
    </form>
  );
}
