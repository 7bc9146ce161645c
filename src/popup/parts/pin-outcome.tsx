import { useMemo } from 'preact/hooks';
import { MAX_FAILURES } from '../../core/attempts.ts';
import type { PinState } from '../../messages/protocol.ts';
import { useAt, useClock } from '../../ui/clock.ts';
import { formatSeconds, secondsUntil } from '../../ui/durations.ts';
import { t, tCount } from '../../ui/i18n.ts';
import { Ring } from '../../ui/parts/ring.tsx';

/** From this many tries left on, the screen says how many. */
const FEW_TRIES = 3;

interface Props {
  state: PinState;
  wrong: boolean;
  /** The wait is over. */
  onFree: () => void;
}

/** What the last try brought: said once by the outcome, while the wait only counts for the eye. */
export function PinOutcome({ state, wrong, onFree }: Props) {
  const retryAt = state.kind === 'open' ? state.retryAt : null;
  const left = state.kind === 'open' && state.failures > 0 ? MAX_FAILURES - state.failures : null;
  useAt(retryAt, state, onFree);
  const said = wrong || retryAt !== null;
  return (
    <div class="outcome">
      <div class={said ? 'note danger' : 'no-message'}>
        <div>
          <div id="message" role="alert">
            {wrong && <b>{t('wrongPin')}</b>}
            {retryAt !== null && !wrong && <b>{t('waitTitle')}</b>}
          </div>
          {retryAt !== null && <Wait key={retryAt} until={retryAt} />}
        </div>
        {retryAt !== null && <WaitRing key={retryAt} until={retryAt} />}
      </div>
      {left !== null && left <= FEW_TRIES && (
        <p class="meta">{tCount(left, 'triesLeftOne', 'triesLeftMany')}</p>
      )}
    </div>
  );
}

function Wait({ until }: { until: number }) {
  const now = useClock();
  return <>{t('waitSeconds', formatSeconds(Math.max(1, secondsUntil(until, now))))}</>;
}

function WaitRing({ until }: { until: number }) {
  const now = useClock();
  const from = useMemo(() => Date.now(), []);
  return <Ring from={from} until={until} now={now} big calm />;
}
