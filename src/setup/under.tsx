import type { RecoveryQuestion } from '../messages/views.ts';
import { t } from '../ui/i18n.ts';
import { sentence } from '../ui/sentences.ts';
import { Backup } from './journeys/backup.tsx';
import { ChangeMode } from './journeys/change-mode.tsx';
import { Contact } from './journeys/contact.tsx';
import { Merge } from './journeys/merge.tsx';
import { Recover } from './journeys/recover.tsx';
import { Renew } from './journeys/renew.tsx';
import { Restore } from './journeys/restore.tsx';
import { SetUp } from './journeys/set-up.tsx';
import type { Known } from './known.ts';
import { Done } from './steps/done.tsx';
import { LockedStep } from './steps/locked-step.tsx';
import { StepFrame } from './steps/step-frame.tsx';

interface Props {
  journey: string;
  known: Known;
  /** The PIN that was shown just now, for a change of the mode to keep. */
  pin: string | null;
  onBegin: (journey: string) => void;
  onPin: (pin: string) => void;
  onQuestion: (question: RecoveryQuestion) => void;
  onChange: () => Promise<void>;
}

/** The journey that is under way: as the background has it, then as the address says. */
export function Under({ journey, known, pin, onBegin, onPin, onQuestion, onChange }: Props) {
  const { status, lock, opened } = known;
  const look = () => void onChange();
  if (status.state === 'renewing') {
    const { renewal } = status;
    return (
      <Renew key={renewal.purpose} renewal={renewal} lock={status.lock} pin={pin} onQuestion={onQuestion} />
    );
  }
  if (opened && status.state === 'unlocked') return <Merge />;
  if (journey === 'restore' && !opened) return <Restore onOpened={look} />;
  if (status.state === 'none' || (status.state === 'damaged' && opened))
    return <SetUp onQuestion={onQuestion} />;
  if (status.state === 'damaged') {
    return (
      <StepFrame name="damaged" title={t('damagedTitle')} lead={sentence(status.code)} last>
        <button type="button" id="go-restore" class="btn tall wide" onClick={() => onBegin('restore')}>
          {t('restoreFile')}
        </button>
      </StepFrame>
    );
  }
  if (!lock) return <main aria-busy="true" />;
  if (journey === 'recover') return <Recover lock={lock} onBegun={look} />;
  const inside = journey === 'mode' || journey === 'contact' || journey === 'backup' || opened;
  if (inside && status.state === 'locked') return <LockedStep onUnlocked={look} />;
  if (journey === 'backup') return <Backup lock={lock} />;
  if (journey === 'contact') return <Contact lock={lock} />;
  if (journey === 'mode') {
    return (
      <ChangeMode
        lock={lock}
        onBegun={(shown) => {
          onPin(shown);
          look();
        }}
      />
    );
  }
  return <Done onRestore={() => onBegin('restore')} />;
}
