import { useState } from 'preact/hooks';
import type { RecoveryQuestion } from '../../messages/views.ts';
import { formatDate, formatNumber, t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/parts/icon.tsx';
import { QrPicture } from '../../ui/parts/qr-picture.tsx';
import { CodeGroups } from '../parts/code-groups.tsx';
import { StepFrame } from './step-frame.tsx';

/** The recovery code, which is not shown again. */
export function ShowCode({ question, onHaveIt }: { question: RecoveryQuestion; onHaveIt: () => void }) {
  const [qr, setQr] = useState(false);
  return (
    <StepFrame name="code" title={t('codeTitleNumber', formatNumber(question.number))} lead={t('codeLead')}>
      <p class="only-print">
        {t('printLead')} {t('printDate', formatDate(Date.now()))}
      </p>
      <CodeGroups code={question.recoveryCode} label={t('codeGroups')} />
      <p class="meta">{t('neverShare')}</p>
      {qr && <QrPicture text={question.recoveryCode} label={t('qrLabel')} hint={t('qrHint')} />}
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
