import { browser } from '../../platform/browser.ts';
import { CLIPBOARD_ACCESS } from '../../platform/clipboard.ts';
import { t } from '../../ui/i18n.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { Message } from '../../ui/parts/message.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { AboutSettings } from '../parts/about-settings.tsx';
import { AccountSettings } from '../parts/account-settings.tsx';
import { AppearanceSettings } from '../parts/appearance-settings.tsx';
import { BackupSettings } from '../parts/backup-settings.tsx';
import { SecuritySettings } from '../parts/security-settings.tsx';
import { SettingRow, SwitchRow } from '../parts/setting-row.tsx';
import { SiteList } from '../parts/site-list.tsx';
import { StartOverButton } from '../parts/start-over.tsx';
import { useSettings } from '../use-settings.ts';

interface Props {
  onBack: () => void;
  onChangePin: () => void;
  onFills: () => void;
  onCheckUp: () => void;
  onErased: () => void;
}

/** Each choice is kept at once; there is nothing to save. */
export function SettingsScreen({ onBack, onChangePin, onFills, onCheckUp, onErased }: Props) {
  const state = useSettings();
  const { settings, change } = state;
  if (!settings) return <main class="screen" aria-busy="true" />;
  const { vault, neverSites, taughtOrigins } = settings;
  const setNextOnClipboard = (on: boolean) => {
    // Sent first: Chrome asks in a window that closes this one. Without a yes it counts as off.
    const changed = change({ nextOnClipboard: on });
    if (on)
      void Promise.allSettled([browser.permissions.request(CLIPBOARD_ACCESS), changed]).then(state.reload);
  };
  return (
    <Screen name="settings" onBack={onBack}>
      <Bar title={t('settingsTitle')} onBack={onBack} />
      <div class="body set">
        {state.problem && <Message code={state.problem} />}
        {vault && (
          <div class="card">
            <SettingRow id="check-up" title={t('checkUp')} lead={t('checkUpLead')} onClick={onCheckUp} />
          </div>
        )}
        <SecuritySettings view={settings} state={state} onChangePin={onChangePin} />
        {vault && <AccountSettings vault={vault} onChanged={state.reload} />}
        {vault && <BackupSettings days={vault.backupDays} />}
        {vault && (
          <>
            <h2>{t('onPages')}</h2>
            <div class="card">
              <SettingRow id="fills" title={t('fillsTitle')} lead={t('fillsLead')} onClick={onFills} />
              <SwitchRow
                id="next-on-clipboard"
                label={t('nextOnClipboard')}
                hint={t('nextOnClipboardHint')}
                on={settings.nextOnClipboard}
                onChange={setNextOnClipboard}
              />
            </div>
          </>
        )}
        <h2>{t('neverSites')}</h2>
        {neverSites.length > 0 && <p class="meta inset">{t('neverSitesLead')}</p>}
        <SiteList sites={neverSites} none={t('neverSitesNone')} onRemove={state.offerAgain} />
        <h2>{t('taught')}</h2>
        {taughtOrigins.length > 0 && <p class="meta inset">{t('taughtLead')}</p>}
        <div data-taught>
          <SiteList sites={taughtOrigins} none={t('taughtNone')} onRemove={state.forgetTaught} />
        </div>
        <AppearanceSettings language={settings.language} theme={settings.theme} onChange={change} />
        <AboutSettings />
        <h2>{t('startOver')}</h2>
        <StartOverButton onDone={onErased} />
      </div>
    </Screen>
  );
}
