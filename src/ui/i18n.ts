/**
 * The texts. They follow the browser's language, unless the user chose one: the browser's own lookup cannot be
 * overruled, so the chosen language's file is then read from the extension itself.
 */
import type english from '../../public/_locales/en/messages.json';
import type { SettingsView } from '../messages/views.ts';
import { browser } from '../platform/browser.ts';
import { type MessageFile, messageFrom } from './message-file.ts';

export type TextKey = keyof typeof english;

let chosen: MessageFile | null = null;

/** Takes up a language; resolves once its texts are there. */
export async function setLanguage(language: SettingsView['language']): Promise<void> {
  chosen = null;
  if (language !== 'auto') {
    const answer = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
    chosen = (await answer.json()) as MessageFile;
  }
  document.documentElement.lang = t('languageTag');
}

/** The text for `key`, its placeholders filled in the order in which the English file numbers them. */
export function t(key: TextKey, ...values: string[]): string {
  return chosen ? messageFrom(chosen, key, values) : browser.i18n.getMessage(key, values);
}

/** One of two texts, by number; the number is the first placeholder of `many`. */
export function tCount(count: number, one: TextKey, many: TextKey): string {
  return count === 1 ? t(one) : t(many, formatNumber(count));
}

/** Kept, since making one takes longer than a thousand uses. */
let numbers: { tag: string; format: Intl.NumberFormat } | null = null;

export function formatNumber(value: number): string {
  const tag = t('languageTag');
  if (numbers?.tag !== tag) numbers = { tag, format: new Intl.NumberFormat(tag) };
  return numbers.format.format(value);
}

export function formatDate(at: number): string {
  return new Intl.DateTimeFormat(t('languageTag'), { dateStyle: 'long' }).format(at);
}
