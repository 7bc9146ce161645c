import type { SettingsView } from '../messages/protocol.ts';
import { StorageItem } from '../platform/storage-item.ts';

function oneOf<const T extends string>(...values: T[]): (value: unknown) => T | null {
  return (value) => values.find((known) => known === value) ?? null;
}

/** 1 minute to 8 hours. */
export function parseMinutes(value: unknown): number | null {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 480 ? Number(value) : null;
}

export const parseLanguage = oneOf('auto', 'en', 'nl');
export const parseTheme = oneOf('auto', 'light', 'dark');

export function parseSwitch(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** Settings that say nothing of the user's accounts or sites; those are sealed with the vault. */
export const language = new StorageItem<SettingsView['language']>('language', {
  area: 'local',
  fallback: 'auto',
  parse: parseLanguage,
});
export const theme = new StorageItem<SettingsView['theme']>('theme', {
  area: 'local',
  fallback: 'auto',
  parse: parseTheme,
});
export const autoLockMinutes = new StorageItem('autoLockMinutes', {
  area: 'local',
  fallback: 5,
  parse: parseMinutes,
});
/** With the screen, and after the computer slept. */
export const lockWithScreen = new StorageItem('lockWithScreen', {
  area: 'local',
  fallback: true,
  parse: parseSwitch,
});
export const pinForCodes = new StorageItem('pinForCodes', {
  area: 'local',
  fallback: false,
  parse: parseSwitch,
});
export const wipeAtTen = new StorageItem('wipeAtTen', { area: 'local', fallback: false, parse: parseSwitch });
