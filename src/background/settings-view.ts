import { err, ok, type Result } from '../core/result.ts';
import type { SettingsView } from '../messages/protocol.ts';
import { sitesFromTexts } from './drafts.ts';
import { autoLockMinutes, language, parseLanguage, parseMinutes, parseTheme, theme } from './settings.ts';
import { openVault } from './vault-session.ts';
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

export async function changeSettings(data: SettingsView): Promise<Result<null, 'bad-settings'>> {
  const next = {
    language: parseLanguage(data.language),
    theme: parseTheme(data.theme),
    minutes: parseMinutes(data.autoLockMinutes),
    never: Array.isArray(data.neverSites) ? sitesFromTexts(data.neverSites.map(String)) : null,
  };
  if (!next.language || !next.theme || !next.minutes || !next.never) return err('bad-settings');
  const { never } = next;
  await language.set(next.language);
  await theme.set(next.theme);
  await autoLockMinutes.set(next.minutes);
  const vault = await openVault(Date.now(), true);
  if (vault) await changeNotes(vault, (notes) => ({ ...notes, neverSites: never }));
  return ok(null);
}
