import { type CodeSettings, DEFAULT_DIGITS, DEFAULT_PERIOD_SECONDS } from '../core/account.ts';
import { formatNumber, t } from './i18n.ts';

/** What is not usual about these settings, in a few words each; empty for what nearly every site uses. */
export function unusualSettings(settings: CodeSettings): string[] {
  if (settings.type === 'steam') return [t('typeSteam')];
  const words: string[] = [];
  if (settings.algorithm !== 'SHA1') words.push(settings.algorithm.replace('SHA', 'SHA-'));
  if (settings.digits !== DEFAULT_DIGITS) words.push(t('chipDigits', formatNumber(settings.digits)));
  if (settings.type === 'hotp') words.push(t('chipCounter'));
  else if (settings.periodSeconds !== DEFAULT_PERIOD_SECONDS) {
    words.push(t('secondsShort', formatNumber(settings.periodSeconds)));
  }
  return words;
}
