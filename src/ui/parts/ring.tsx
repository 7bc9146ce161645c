import { secondsUntil } from '../durations.ts';
import { formatNumber, t } from '../i18n.ts';

const NEAR_SECONDS = 5;

export function isNear(until: number, now: number): boolean {
  return secondsUntil(until, now) <= NEAR_SECONDS;
}

interface Props {
  from: number;
  until: number;
  now: number;
  big?: boolean;
  /** A wait is not "nearly over" in amber. */
  calm?: boolean;
}

/** What is left of a period. The number carries the meaning; it is read on request, never announced. */
export function Ring({ from, until, now, big = false, calm = false }: Props) {
  const seconds = secondsUntil(until, now);
  const total = Math.max(1, Math.round((until - from) / 1000));
  const left = Math.min(100, (seconds / total) * 100);
  const kind = ['ring', big && 'big', !calm && isNear(until, now) && 'near', seconds > 99 && 'long'];
  return (
    <span
      class={kind.filter(Boolean).join(' ')}
      role="img"
      aria-label={t('secondsShort', formatNumber(seconds))}
    >
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="16" cy="16" r="13.5" class="r0" />
        <circle
          cx="16"
          cy="16"
          r="13.5"
          class="r1"
          pathLength="100"
          stroke-dasharray={`${left.toFixed(1)} 100`}
          transform="rotate(-90 16 16)"
        />
      </svg>
      <b aria-hidden="true">{seconds > 99 ? `${Math.ceil(seconds / 60)}m` : seconds}</b>
    </span>
  );
}
