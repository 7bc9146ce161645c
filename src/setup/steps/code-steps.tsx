import { useState } from 'preact/hooks';
import type { RecoveryQuestion } from '../../messages/views.ts';
import { ConfirmCode } from './confirm-code.tsx';
import { ShowCode } from './show-code.tsx';

interface Props {
  question: RecoveryQuestion;
  onConfirmed: () => void;
  /** Asked anew: another tab may have begun again, and only the last code counts. */
  onAgain: () => void;
}

/** The recovery code to copy, then two of its groups from the paper. */
export function CodeSteps({ question, onConfirmed, onAgain }: Props) {
  const [shown, setShown] = useState(true);
  if (shown) return <ShowCode question={question} onHaveIt={() => setShown(false)} />;
  return (
    <ConfirmCode
      askGroups={question.askGroups}
      onConfirmed={onConfirmed}
      onShowAgain={() => {
        setShown(true);
        onAgain();
      }}
    />
  );
}
