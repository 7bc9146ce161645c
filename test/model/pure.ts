import { expect } from 'vitest';
import { bundleWorker } from './memory-worker.ts';
import { runMany } from './run.ts';

const SEQUENCES = Number(process.env.TWEESTAP_SEQUENCES ?? 1000);
const STEPS = 32;

/** One of two halves, in two files for two cores. The same sequences each time; `TWEESTAP_SEED` draws others. */
export async function agrees(half: 0 | 1): Promise<void> {
  const seed = Number(process.env.TWEESTAP_SEED ?? 1);
  const first = half * SEQUENCES;
  const report = await runMany(await bundleWorker(), { seed, first, sequences: SEQUENCES, steps: STEPS });
  console.log(report.text);
  expect(report.failure, report.failure ?? '').toBeNull();
}
