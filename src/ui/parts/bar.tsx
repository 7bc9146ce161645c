import { t } from '../i18n.ts';
import { Icon } from './icon.tsx';

/** The top of a second-level screen. */
export function Bar({ title, onBack }: { title: string; onBack: () => void }) {
  return (
    <header class="bar">
      <button
        type="button"
        class="icb"
        data-act="back"
        aria-label={t('back')}
        title={t('back')}
        onClick={onBack}
      >
        <Icon name="left" />
      </button>
      <h1 tabIndex={-1}>{title}</h1>
    </header>
  );
}
