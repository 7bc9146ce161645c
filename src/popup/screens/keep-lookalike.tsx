import type { Resemblance } from '../../messages/site-views.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { Screen, type ScreenName } from '../../ui/parts/screen.tsx';
import { LookalikeConfirm } from '../parts/lookalike-confirm.tsx';

interface Props {
  /** The screen that it stands in for until it is answered. */
  name: ScreenName;
  title: string;
  found: Resemblance;
  onConfirm: (typed: string) => void;
  onCancel: () => void;
}

/** Before an account is tied to a look-alike: nothing else is on the screen but that. */
export function KeepLookalike({ name, title, found, onConfirm, onCancel }: Props) {
  return (
    <Screen name={name} onBack={onCancel}>
      <Bar title={title} onBack={onCancel} />
      <div class="body pad-small">
        <LookalikeConfirm
          key={found.site}
          found={found}
          to="keep"
          onConfirm={onConfirm}
          onCancel={onCancel}
        />
      </div>
    </Screen>
  );
}
