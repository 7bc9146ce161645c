import { unstable_OneTimePasswordField as OneTimePasswordField } from 'radix-ui';

const POSITIONS = [0, 1, 2, 3, 4, 5];

/** Radix' one-time password field; submits the form around it when complete. */
export function Page() {
  return (
    <form method="post" action={`${location.pathname}/verify`}>
      <OneTimePasswordField.Root autoSubmit name="code" className="boxes">
        {POSITIONS.map((at) => (
          <OneTimePasswordField.Input key={at} />
        ))}
        <OneTimePasswordField.HiddenInput />
      </OneTimePasswordField.Root>
    </form>
  );
}
