import type { Site } from '../core/account.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Settings, SettingsView, TryRefused } from '../messages/views.ts';
import { mayWriteClipboard } from '../platform/clipboard.ts';
import { backupDays } from './backup.ts';
import { lockView } from './lock-view.ts';
import {
  autoLockMinutes,
  language,
  lockWithScreen,
  nextOnClipboard,
  parseLanguage,
  parseMinutes,
  parseSwitch,
  parseTheme,
  pinForCodes,
  putSettings,
  theme,
  wipeAtTen,
} from './settings.ts';
import { provePin } from './unlock.ts';
import { type OpenVault, openVault } from './vault-session.ts';
import { changeNotes, loadContent } from './vault-store.ts';

async function currentSettings(): Promise<Settings> {
  return {
    language: await language.get(),
    theme: await theme.get(),
    autoLockMinutes: await autoLockMinutes.get(),
    lockWithScreen: await lockWithScreen.get(),
    pinForCodes: await pinForCodes.get(),
    wipeAtTen: await wipeAtTen.get(),
    nextOnClipboard: await nextOnClipboard.get(),
  };
}

/** Settings as the popup shows them; what is sealed with the vault only while it is open. */
export async function settingsView(now: number): Promise<SettingsView> {
  const settings = await currentSettings();
  const vault = await openVault(now);
  const content = vault && (await loadContent(vault));
  const view = vault && (await lockView(vault, now));
  return {
    ...settings,
    // The user may have said no, or taken it back in the browser.
    nextOnClipboard: settings.nextOnClipboard && (await mayWriteClipboard()),
    neverSites: content?.notes.neverSites ?? [],
    taughtOrigins: [...new Set(content?.notes.taught.map(({ origin }) => origin))],
    vault: view &&
      content && {
        mode: view.mode,
        second: view.second,
        passkey: view.passkey,
        contact: view.contact,
        recoveryNumber: view.recoveryNumber,
        backupDays: backupDays(content, now),
      },
  };
}

/** Null when something is out of range. */
function parsed(settings: Settings): Settings | null {
  const next = {
    language: parseLanguage(settings.language),
    theme: parseTheme(settings.theme),
    autoLockMinutes: parseMinutes(settings.autoLockMinutes),
    lockWithScreen: parseSwitch(settings.lockWithScreen),
    pinForCodes: parseSwitch(settings.pinForCodes),
    wipeAtTen: parseSwitch(settings.wipeAtTen),
    nextOnClipboard: parseSwitch(settings.nextOnClipboard),
  };
  return Object.values(next).includes(null) ? null : (next as Settings);
}

/** What only the one who knows the PIN may do: less protection, or an end of everything. */
function asksForPin(before: Settings, next: Settings): boolean {
  const off = (name: 'lockWithScreen' | 'pinForCodes') => before[name] && !next[name];
  const longer = next.autoLockMinutes > before.autoLockMinutes;
  return longer || off('lockWithScreen') || off('pinForCodes') || before.wipeAtTen !== next.wipeAtTen;
}

/** All of the change or none of it. */
export async function changeSettings(
  { pin, ...change }: Partial<Settings> & { pin?: string | undefined },
  now: number,
): Promise<Result<null, 'bad-settings' | 'locked' | 'needs-pin' | TryRefused>> {
  const before = await currentSettings();
  const next = parsed({ ...before, ...change });
  if (!next) return err('bad-settings');
  if (asksForPin(before, next)) {
    if (!(await openVault(now, true))) return err('locked');
    if (!pin) return err('needs-pin');
    const proved = await provePin(pin, now);
    if (!proved.ok) return proved;
  }
  const named = Object.entries(next).filter(([key]) => key in change);
  await putSettings(Object.fromEntries(named));
  return ok(null);
}

export async function offerAgain(vault: OpenVault, site: Site): Promise<Result<null, never>> {
  await changeNotes(vault, (notes) => ({
    ...notes,
    neverSites: notes.neverSites.filter((known) => known !== site),
  }));
  return ok(null);
}

/** Whether a fill there also presses the page's button. */
export function setSubmits(vault: OpenVault, site: Site, on: boolean): Promise<void> {
  return changeNotes(vault, (notes) => {
    const others = notes.submitSites.filter((each) => each !== site);
    return { ...notes, submitSites: on ? [...others, site] : others };
  });
}
