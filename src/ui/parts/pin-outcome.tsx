import { useEffect, useMemo, useState } from 'preact/hooks';
import { MAX_FAILURES } from '../../core/attempts.ts';
import { ask } from '../../messages/send.ts';
import { useAt, useClock } from '../clock.ts';
import { formatSeconds, secondsUntil } from '../durations.ts';
import { t, tCount } from '../i18n.ts';
import { sentence } from '../sentences.ts';
import type { Tries } from '../use-try.ts';
import { Ring } from './ring.tsx';

/** From this many tries left on, the screen says how many. */
const FEW_TRIES = 3;

/** What the last try brought: said once by the outcome, while the wait only counts for the eye. */
export function PinOutcome({ tries }: { tries: Tries }) {
  const { pin, problem, retryAt } = tries;
  const left = pin.kind === 'open' && pin.failures > 0 ? MAX_FAILURES - pin.failures : null;
  const few = left !== null && left <= FEW_TRIES;
  const said = problem !== null || retryAt !== null;
  const wipes = useWipeAtTen(retryAt !== null || few);
  useAt(retryAt, pin, tries.free);
  return (
    <div class="outcome">
      <div class={said ? 'note danger' : 'no-message'}>
        <div>
          <div id="message" role="alert">
            {problem !== null && problem !== 'wait' && <b>{sentence(problem)}</b>}
            {retryAt !== null && (problem === null || problem === 'wait') && <b>{t('waitTitle')}</b>}
          </div>
          {retryAt !== null && <Wait key={retryAt} until={retryAt} wipes={wipes} />}
        </div>
        {retryAt !== null && <WaitRing key={retryAt} until={retryAt} />}
      </div>
      {few && (
        <p class="meta">
          {wipes
            ? tCount(left, 'triesLeftWipeOne', 'triesLeftWipeMany')
            : tCount(left, 'triesLeftOne', 'triesLeftMany')}
        </p>
      )}
    </div>
  );
}

/** "Nothing is deleted" must not be said where the tenth wrong PIN deletes everything. */
function useWipeAtTen(needed: boolean): boolean {
  const [wipes, setWipes] = useState(false);
  useEffect(() => {
    if (needed) void ask('settings').then(({ wipeAtTen }) => setWipes(wipeAtTen));
  }, [needed]);
  return wipes;
}

function Wait({ until, wipes }: { until: number; wipes: boolean }) {
  const now = useClock();
  const left = formatSeconds(Math.max(1, secondsUntil(until, now)));
  return <>{t(wipes ? 'waitSecondsWipe' : 'waitSeconds', left)}</>;
}

function WaitRing({ until }: { until: number }) {
  const now = useClock();
  const from = useMemo(() => Date.now(), []);
  return <Ring from={from} until={until} now={now} big calm />;
}
