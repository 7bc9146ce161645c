import { useState } from 'preact/hooks';
import type { Result } from '../core/result.ts';
import type { TryRefused } from '../messages/views.ts';
import { attempt } from '../ui/attempt.ts';
import type { Code } from '../ui/sentences.ts';

/** One request at a time: whether it runs, and why the last one was refused. */
export function useRequest() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Code | null>(null);
  /** The answer's value in a box; null when it was refused. */
  const run = async <T>(
    request: () => Promise<Result<T, Code | TryRefused>>,
  ): Promise<{ value: T } | null> => {
    setBusy(true);
    setProblem(null);
    const answer = await attempt(request());
    setBusy(false);
    if (answer.ok) return { value: answer.value };
    setProblem(typeof answer.error === 'string' ? answer.error : answer.error.code);
    return null;
  };
  return { busy, problem, setProblem, run };
}
