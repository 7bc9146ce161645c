import { useEffect, useRef, useState } from 'preact/hooks';
import type { Site } from '../core/account.ts';
import { ask } from '../messages/send.ts';
import type { Settings, SettingsView } from '../messages/views.ts';
import { attempt } from '../ui/attempt.ts';
import { setLanguage } from '../ui/i18n.ts';
import type { Code } from '../ui/sentences.ts';
import { applyTheme } from '../ui/theme.ts';
import { isTryRefused, type Refusal } from '../ui/use-try.ts';

/** The settings. Each choice is kept at once, unless it takes the PIN: then it waits as `pending`. */
export function useSettings() {
  const [settings, setSettings] = useState<SettingsView | null>(null);
  /** What was chosen last: a second choice may come before the first is drawn. */
  const latest = useRef<SettingsView | null>(null);
  const [pending, setPending] = useState<Partial<Settings> | null>(null);
  const [problem, setProblem] = useState<Code | null>(null);

  const put = (view: SettingsView) => {
    latest.current = view;
    setSettings(view);
  };
  const reload = async () => put(await ask('settings'));
  useEffect(() => void reload(), []);

  const send = async (part: Partial<Settings>, pin?: string): Promise<Refusal | null> => {
    const answer = await attempt(ask('changeSettings', { ...part, ...(pin !== undefined && { pin }) }));
    if (!answer.ok) return answer.error;
    if (part.theme) applyTheme(part.theme);
    if (part.language) await setLanguage(part.language);
    return null;
  };
  const change = async (part: Partial<Settings>) => {
    setPending(null);
    if (latest.current) put({ ...latest.current, ...part });
    const refusal = await send(part);
    const needsPin = refusal === 'needs-pin';
    setProblem(needsPin ? null : isTryRefused(refusal) ? refusal.code : refusal);
    // Drawn again also where it was taken: the language may be another one now.
    if (refusal) await reload();
    else if (latest.current) put({ ...latest.current });
    if (needsPin) setPending(part);
  };
  /** Sends what waits once more, with the PIN. */
  const confirm = async (pin: string): Promise<Refusal | null> => {
    const refusal = await send(pending ?? {}, pin);
    if (refusal) return refusal;
    setPending(null);
    await reload();
    return null;
  };
  const offerAgain = async (site: Site) => {
    const answer = await attempt(ask('offerAgain', { site }));
    setProblem(answer.ok ? null : answer.error);
    await reload();
  };
  const forgetTaught = async (origin: string) => {
    const answer = await attempt(ask('forgetTaught', { origin }));
    setProblem(answer.ok ? null : answer.error);
    await reload();
  };
  return {
    settings,
    pending,
    problem,
    change,
    confirm,
    cancel: () => setPending(null),
    offerAgain,
    forgetTaught,
    reload,
  };
}

export type SettingsState = ReturnType<typeof useSettings>;
