import { ChakraProvider, defaultSystem, PinInput } from '@chakra-ui/react';
import { useState } from 'react';
import { sendCode } from '../shared/send-code.ts';

const POSITIONS = [0, 1, 2, 3, 4, 5];

/** Chakra's PinInput, controlled; sends itself when complete. */
export function Page() {
  const [digits, setDigits] = useState<string[]>([]);
  return (
    <ChakraProvider value={defaultSystem}>
      <PinInput.Root
        otp
        value={digits}
        onValueChange={({ value }) => setDigits(value)}
        onValueComplete={({ valueAsString }) => sendCode(valueAsString)}
      >
        <PinInput.HiddenInput />
        <PinInput.Control>
          {POSITIONS.map((at) => (
            <PinInput.Input key={at} index={at} />
          ))}
        </PinInput.Control>
      </PinInput.Root>
    </ChakraProvider>
  );
}
