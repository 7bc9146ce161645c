import { useEffect } from 'preact/hooks';
import { t } from '../../ui/i18n.ts';
import { watchUnlock } from '../../ui/watch-lock.ts';
import { StepFrame } from './step-frame.tsx';

/** Waits for the popup to open the vault. */
export function LockedStep({ onUnlocked }: { onUnlocked: () => void }) {
  useEffect(() => {
    const stop = new AbortController();
    watchUnlock(onUnlocked, stop.signal);
    return () => stop.abort();
  }, [onUnlocked]);
  return <StepFrame name="locked" title={t('unlockFirst')} lead={t('unlockFirstLead')} />;
}
