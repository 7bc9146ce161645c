import { tCount } from './i18n.ts';

export function secondsUntil(moment: number, now: number): number {
  return Math.max(0, Math.ceil((moment - now) / 1000));
}

/** "24 seconds", "5 minutes", "2 hours": one unit, rounded up, since it says how long to wait. */
export function formatSeconds(seconds: number): string {
  if (seconds < 120) return tCount(seconds, 'secondsOne', 'secondsMany');
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return formatMinutes(minutes);
  return formatMinutes(Math.ceil(minutes / 60) * 60);
}

export function formatMinutes(minutes: number): string {
  if (minutes >= 60 && minutes % 60 === 0) return tCount(minutes / 60, 'hoursOne', 'hoursMany');
  return tCount(minutes, 'minutesOne', 'minutesMany');
}
