import { useEffect, useRef, useState } from 'preact/hooks';
import type { Site } from '../../core/account.ts';
import type { Settings, SettingsView } from '../../messages/protocol.ts';
import { ask } from '../../messages/send.ts';
import { attempt } from '../../ui/attempt.ts';
import { formatMinutes } from '../../ui/durations.ts';
import { setLanguage, t } from '../../ui/i18n.ts';
import { version } from '../../ui/own-pages.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { ChoiceField } from '../../ui/parts/choice-field.tsx';
import { ChoiceRow } from '../../ui/parts/choice-row.tsx';
import { Message } from '../../ui/parts/message.tsx';
import { Note } from '../../ui/parts/note.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import type { Code } from '../../ui/sentences.ts';
import { applyTheme } from '../../ui/theme.ts';
import { SiteList } from '../parts/site-list.tsx';
import { StartOver } from '../parts/start-over.tsx';

const LOCK_MINUTES = [1, 5, 15, 60, 240, 480];

/** Each choice is kept at once; there is nothing to save. */
interface Props {
  onBack: () => void;
  onChangePin: () => void;
  onErased: () => void;
}

export function SettingsScreen({ onBack, onChangePin, onErased }: Props) {
  const [settings, setSettings] = useState<SettingsView | null>(null);
  /** What was chosen last: a second choice may come before the first is drawn. */
  const latest = useRef<SettingsView | null>(null);
  const [problem, setProblem] = useState<Code | null>(null);
  useEffect(() => void ask('settings').then(setSettings), []);
  if (!settings) return <main class="screen" aria-busy="true" />;

  const change = async (part: Partial<Settings>) => {
    const changed = { ...(latest.current ?? settings), ...part };
    latest.current = changed;
    setSettings(changed);
    const answer = await attempt(ask('changeSettings', part));
    setProblem(answer.ok ? null : answer.error);
    if (!answer.ok) {
      latest.current = await ask('settings');
      setSettings(latest.current);
      return;
    }
    applyTheme(changed.theme);
    await setLanguage(changed.language);
    // Draws again, now in that language.
    setSettings({ ...(latest.current ?? changed) });
  };
  const offerAgain = async (site: Site) => {
    const answer = await attempt(ask('offerAgain', { site }));
    setProblem(answer.ok ? null : answer.error);
    latest.current = await ask('settings');
    setSettings(latest.current);
  };
  return (
    <Screen name="settings" onBack={onBack}>
      <Bar title={t('settingsTitle')} onBack={onBack} />
      <div class="body set">
        <Message code={problem} />
        <h2>{t('security')}</h2>
        <div class="card">
          <ChoiceField
            id="auto-lock"
            label={t('autoLock')}
            value={String(settings.autoLockMinutes)}
            options={LOCK_MINUTES.map((minutes) => ({
              value: String(minutes),
              label: t('autoLockAfter', formatMinutes(minutes)),
            }))}
            onChange={(minutes) => change({ autoLockMinutes: Number(minutes) })}
          />
          <ChoiceRow
            id="change-pin"
            icon="keys"
            title={t('changePinTitle')}
            lead={t('changePinRow')}
            onClick={onChangePin}
          />
        </div>
        <Note kind="plain" title={t('pinHonestTitle')}>
          <p>{t('pinHonestDoes')}</p>
          <p>{t('pinHonestNot')}</p>
        </Note>
        <h2>{t('neverSites')}</h2>
        {settings.neverSites.length > 0 && <p class="meta inset">{t('neverSitesLead')}</p>}
        <SiteList sites={settings.neverSites} none={t('neverSitesNone')} onRemove={offerAgain} />
        <h2>{t('appearance')}</h2>
        <div class="card">
          <ChoiceField
            id="language"
            label={t('language')}
            value={settings.language}
            options={[
              { value: 'auto', label: t('languageAuto') },
              { value: 'en', label: 'English' },
              { value: 'nl', label: 'Nederlands' },
            ]}
            onChange={(language) => change({ language })}
          />
          <ChoiceField
            id="theme"
            label={t('theme')}
            value={settings.theme}
            options={[
              { value: 'auto', label: t('themeAuto') },
              { value: 'light', label: t('themeLight') },
              { value: 'dark', label: t('themeDark') },
            ]}
            onChange={(theme) => change({ theme })}
          />
        </div>
        <h2>{t('about')}</h2>
        <p class="meta inset">{t('privateWindows')}</p>
        <div class="card">
          <div class="opt">
            <span class="l">{t('version')}</span>
            <span class="v">{version()}</span>
          </div>
        </div>
        <h2>{t('startOver')}</h2>
        <StartOver onDone={onErased} />
      </div>
    </Screen>
  );
}
