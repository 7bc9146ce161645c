import VerificationInput from 'react-verification-input';
import { sendCode } from '../shared/send-code.ts';

/** react-verification-input: one input that is not seen over drawn characters; sends itself when complete. */
export function Page() {
  return <VerificationInput length={6} validChars="0-9" onComplete={sendCode} />;
}
