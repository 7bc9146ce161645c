import { useState } from 'preact/hooks';
import type { Mode } from '../../core/mode.ts';
import { ask } from '../../messages/send.ts';
import type { SettingsView } from '../../messages/views.ts';
import { attempt } from '../../ui/attempt.ts';
import { formatNumber, type TextKey, t } from '../../ui/i18n.ts';
import { openJourney } from '../../ui/own-pages.ts';
import { PinPrompt } from './pin-prompt.tsx';
import { SettingRow } from './setting-row.tsx';

const MODE: Record<Mode, { value: TextKey; lead: TextKey }> = {
  basic: { value: 'settingsBasic', lead: 'settingsBasicLead' },
  strong: { value: 'settingsStrong', lead: 'settingsStrongLead' },
  'two-step': { value: 'switchOn', lead: 'settingsBothLead' },
};

interface Props {
  vault: NonNullable<SettingsView['vault']>;
  onChanged: () => Promise<void>;
}

/** What opens the vault, besides the PIN. */
export function AccountSettings({ vault, onChanged }: Props) {
  const [removing, setRemoving] = useState(false);
  const remove = async (pin: string) => {
    const answer = await attempt(ask('contactRemove', { pin }));
    if (!answer.ok) return answer.error;
    await onChanged();
    setRemoving(false);
    return null;
  };
  return (
    <>
      <h2>{t('settingsVault')}</h2>
      <div class="card">
        <SettingRow
          id="two-step"
          title={t('settingsTwoStep')}
          lead={t(MODE[vault.mode].lead)}
          value={t(MODE[vault.mode].value)}
          onClick={() => openJourney('mode')}
        />
        <SettingRow
          id="contact"
          title={t('settingsContact')}
          lead={t('settingsContactLead')}
          value={t(vault.contact ? 'switchOn' : 'switchOff')}
          onClick={() => openJourney('contact')}
        />
        {vault.contact && !removing && (
          <div class="opt">
            <button type="button" id="contact-remove" class="btn quiet" onClick={() => setRemoving(true)}>
              {t('contactRemove')}
            </button>
          </div>
        )}
        {removing && (
          <PinPrompt
            id="settings-pin"
            title={t('contactRemovePin')}
            lead={t('contactRemoveLead')}
            send={remove}
            onCancel={() => setRemoving(false)}
          />
        )}
        <div class="opt" id="recovery-code-row">
          <span class="l">
            {t('settingsRecoveryCode')}
            <span class="meta">{t('settingsRecoveryLead')}</span>
          </span>
          {vault.recoveryNumber !== null && (
            <span class="v">{t('settingsRecoveryNumber', formatNumber(vault.recoveryNumber))}</span>
          )}
        </div>
      </div>
    </>
  );
}
