import '@mantine/core/styles.css';
import { MantineProvider, PinInput } from '@mantine/core';
import { sendCode } from '../shared/send-code.ts';

/** Mantine's PinInput; sends itself when complete. */
export function Page() {
  return (
    <MantineProvider>
      <PinInput length={6} type="number" oneTimeCode onComplete={sendCode} />
    </MantineProvider>
  );
}
