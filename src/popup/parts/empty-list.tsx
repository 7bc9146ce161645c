import { t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/parts/icon.tsx';

export function EmptyList({ onScan, onOther }: { onScan: () => void; onOther: () => void }) {
  return (
    <div class="body pad stack">
      <h1 class="title" tabIndex={-1}>
        {t('emptyTitle')}
      </h1>
      <p class="lead">{t('emptyLead')}</p>
      <ol class="nums">
        <li>{t('emptyOne')}</li>
        <li>{t('emptyTwo')}</li>
        <li>{t('emptyThree')}</li>
      </ol>
      <button type="button" class="btn pri tall wide" data-first onClick={onScan}>
        <Icon name="scan" />
        {t('scan')}
      </button>
      <button type="button" class="btn tall wide" onClick={onOther}>
        {t('otherWays')}
      </button>
    </div>
  );
}
