import { useState } from 'react';
import OtpInput from 'react-otp-input';
import { sendCode } from '../shared/send-code.ts';

/** react-otp-input, controlled; a button sends it. */
export function Page() {
  const [code, setCode] = useState('');
  return (
    <>
      <OtpInput
        value={code}
        onChange={setCode}
        numInputs={6}
        inputType="tel"
        renderSeparator={<span>-</span>}
        renderInput={(props) => <input {...props} />}
      />
      <button type="button" disabled={code.length !== 6} onClick={() => sendCode(code)}>
        Verify
      </button>
    </>
  );
}
