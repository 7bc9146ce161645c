import type { Settings } from '../../messages/views.ts';
import { t } from '../../ui/i18n.ts';
import { ChoiceField } from '../../ui/parts/choice-field.tsx';

interface Props {
  language: Settings['language'];
  theme: Settings['theme'];
  onChange: (part: Partial<Settings>) => void;
}

export function AppearanceSettings({ language, theme, onChange }: Props) {
  return (
    <>
      <h2>{t('appearance')}</h2>
      <div class="card">
        <ChoiceField
          id="language"
          label={t('language')}
          value={language}
          options={[
            { value: 'auto', label: t('languageAuto') },
            { value: 'en', label: 'English' },
            { value: 'nl', label: 'Nederlands' },
          ]}
          onChange={(chosen) => onChange({ language: chosen })}
        />
        <ChoiceField
          id="theme"
          label={t('theme')}
          value={theme}
          options={[
            { value: 'auto', label: t('themeAuto') },
            { value: 'light', label: t('themeLight') },
            { value: 'dark', label: t('themeDark') },
          ]}
          onChange={(chosen) => onChange({ theme: chosen })}
        />
      </div>
    </>
  );
}
