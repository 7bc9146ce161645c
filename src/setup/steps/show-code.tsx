import { useState } from 'preact/hooks';
import { recoveryGroups } from '../../core/recovery-code.ts';
import { formatDate, t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/parts/icon.tsx';
import { QrPicture } from '../parts/qr-picture.tsx';
import { StepFrame } from './step-frame.tsx';

/** The recovery code, which is not shown again after this set-up. */
export function ShowCode({ recoveryCode, onHaveIt }: { recoveryCode: string; onHaveIt: () => void }) {
  const [qr, setQr] = useState(false);
  return (
    <StepFrame name="code" number={2}>
      <h1 class="title" tabIndex={-1}>
        {t('codeTitle')}
      </h1>
      <p class="lead">{t('codeLead')}</p>
      <p class="only-print">
        {t('printLead')} {t('printDate', formatDate(Date.now()))}
      </p>
      <ol class="groups" aria-label={t('codeGroups')}>
        {recoveryGroups(recoveryCode).map((group, nth) => (
          <li key={nth} class="grp" data-group={nth + 1} data-text={group}>
            <small>{nth + 1}</small>
            <span>{group}</span>
          </li>
        ))}
      </ol>
      {qr && <QrPicture text={recoveryCode} />}
      <div class="pair no-print">
        <button type="button" class="btn" onClick={() => window.print()}>
          <Icon name="print" />
          {t('print')}
        </button>
        <button type="button" id="show-qr" class="btn" aria-expanded={qr} onClick={() => setQr(!qr)}>
          <Icon name="qr" />
          {t(qr ? 'hideQr' : 'showQr')}
        </button>
      </div>
      <button type="button" id="have-it" class="btn pri tall wide no-print" onClick={onHaveIt}>
        {t('haveIt')}
      </button>
      <p class="meta centre no-print">{t('haveItNext')}</p>
    </StepFrame>
  );
}
