import { readableLabel } from '../core/punycode.ts';
import type { Resemblance } from '../messages/site-views.ts';

export function isResemblance(error: unknown): error is Resemblance {
  return typeof error === 'object' && error !== null && 'resembles' in error;
}

/** The host as browsers may show it, where that is not as it is written; else null. */
export function shownHost(host: string): string | null {
  const shown = host.split('.').map(readableLabel).join('.');
  return shown === host ? null : shown;
}
