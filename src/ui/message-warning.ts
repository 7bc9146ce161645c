/** One sentence for each thing that looks like a trick in a message that was sent. Complete by type. */
import type { MessageWarning } from '../core/message-warnings.ts';
import { t } from './i18n.ts';

/** What is wrong, then what to do about it. */
export function messageWarning(warning: MessageWarning): string {
  switch (warning.code) {
    case 'sent-back':
      return t('mSentBack');
    case 'lookalike-link':
      return t('mLookalikeLink', warning.host, warning.resembles);
    case 'other-domain':
      return t('mOtherDomain', warning.domain);
  }
}
