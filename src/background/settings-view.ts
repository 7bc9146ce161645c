import type { Site } from '../core/account.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Settings, SettingsView } from '../messages/protocol.ts';
import { autoLockMinutes, language, parseLanguage, parseMinutes, parseTheme, theme } from './settings.ts';
import { type OpenVault, openVault } from './vault-session.ts';
import { changeNotes, loadContent } from './vault-store.ts';

/** Settings as the popup shows them; the sites only while the vault is open, since they are sealed with it. */
export async function settingsView(): Promise<SettingsView> {
  const vault = await openVault(Date.now());
  return {
    language: await language.get(),
    theme: await theme.get(),
    autoLockMinutes: await autoLockMinutes.get(),
    neverSites: vault ? (await loadContent(vault)).notes.neverSites : [],
  };
}

/** All of the change or none of it. */
export async function changeSettings(data: Partial<Settings>): Promise<Result<null, 'bad-settings'>> {
  const next = {
    language: parseLanguage(data.language ?? (await language.get())),
    theme: parseTheme(data.theme ?? (await theme.get())),
    minutes: parseMinutes(data.autoLockMinutes ?? (await autoLockMinutes.get())),
  };
  if (!next.language || !next.theme || !next.minutes) return err('bad-settings');
  await language.set(next.language);
  await theme.set(next.theme);
  await autoLockMinutes.set(next.minutes);
  return ok(null);
}

export async function offerAgain(vault: OpenVault, site: Site): Promise<Result<null, never>> {
  await changeNotes(vault, (notes) => ({
    ...notes,
    neverSites: notes.neverSites.filter((known) => known !== site),
  }));
  return ok(null);
}
