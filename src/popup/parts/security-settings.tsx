import type { Mode } from '../../core/mode.ts';
import type { Settings, SettingsView } from '../../messages/views.ts';
import { formatMinutes } from '../../ui/durations.ts';
import { type TextKey, t } from '../../ui/i18n.ts';
import { ChoiceField } from '../../ui/parts/choice-field.tsx';
import { Note } from '../../ui/parts/note.tsx';
import type { SettingsState } from '../use-settings.ts';
import { PinPrompt } from './pin-prompt.tsx';
import { SettingRow, SwitchRow } from './setting-row.tsx';

const LOCK_MINUTES = [1, 5, 15, 60, 240, 480];

const SWITCHES: {
  key: 'lockWithScreen' | 'pinForCodes' | 'wipeAtTen';
  id: string;
  label: TextKey;
  hint: TextKey;
}[] = [
  {
    key: 'lockWithScreen',
    id: 'lock-with-screen',
    label: 'lockWithScreen',
    hint: 'lockWithScreenHint',
  },
  { key: 'pinForCodes', id: 'pin-for-codes', label: 'pinForCodes', hint: 'pinForCodesHint' },
  { key: 'wipeAtTen', id: 'wipe-at-ten', label: 'wipeAtTen', hint: 'wipeAtTenHint' },
];

/** What the PIN stops and does not, by what else has to be shown. */
const HONEST: Record<Mode, TextKey[]> = {
  basic: ['pinHonestDoes', 'pinHonestNot'],
  strong: ['pinHonestStrong', 'pinHonestCopies'],
  'two-step': ['pinHonestTwoStep', 'pinHonestCopies'],
};

interface Props {
  view: SettingsView;
  state: SettingsState;
  onChangePin: () => void;
}

export function SecuritySettings({ view, state, onChangePin }: Props) {
  const { pending, change, confirm, cancel } = state;
  const asks = (key: keyof Settings) => pending !== null && key in pending;
  return (
    <>
      <h2>{t('security')}</h2>
      <div class="card">
        <ChoiceField
          id="auto-lock"
          label={t('autoLock')}
          value={String(view.autoLockMinutes)}
          options={LOCK_MINUTES.map((minutes) => ({
            value: String(minutes),
            label: t('autoLockAfter', formatMinutes(minutes)),
          }))}
          onChange={(minutes) => change({ autoLockMinutes: Number(minutes) })}
        />
        {asks('autoLockMinutes') && (
          <PinPrompt id="settings-pin" title={t('settingsPinLonger')} send={confirm} onCancel={cancel} />
        )}
        {SWITCHES.map(({ key, id, label, hint }) => (
          <SwitchRow
            key={key}
            id={id}
            label={t(label)}
            hint={t(hint)}
            on={view[key]}
            onChange={(on) => change({ [key]: on })}
          >
            {asks(key) && (
              <PinPrompt
                id="settings-pin"
                title={t(view[key] ? 'settingsPinOff' : 'settingsPinOn')}
                send={confirm}
                onCancel={cancel}
              />
            )}
          </SwitchRow>
        ))}
        <SettingRow id="change-pin" title={t('changePinTitle')} onClick={onChangePin} />
      </div>
      <Note kind="plain" title={t('pinHonestTitle')}>
        {HONEST[view.vault?.mode ?? 'basic'].map((key) => (
          <p key={key}>{t(key)}</p>
        ))}
      </Note>
    </>
  );
}
