import { Input } from 'antd';
import { sendCode } from '../shared/send-code.ts';

/** Ant Design's Input.OTP, which calls back when every box is filled. */
export function Page() {
  return <Input.OTP length={6} onChange={sendCode} />;
}
