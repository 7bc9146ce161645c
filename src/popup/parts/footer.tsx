import { t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/parts/icon.tsx';

interface Props {
  onAdd: () => void;
  onLock: () => void;
  onSettings: () => void;
}

export function Footer({ onAdd, onLock, onSettings }: Props) {
  return (
    <nav class="foot">
      <button type="button" id="add" onClick={onAdd}>
        <Icon name="plus" />
        <span>{t('footAdd')}</span>
      </button>
      <button type="button" id="lock" onClick={onLock}>
        <Icon name="lock" />
        <span>{t('footLock')}</span>
      </button>
      <button type="button" id="settings" onClick={onSettings}>
        <Icon name="sliders" />
        <span>{t('footSettings')}</span>
      </button>
    </nav>
  );
}
