/** Many sequences against the background in memory; the first that disagrees is made as short as it goes. */
import type { Action } from './actions.ts';
import { drawAction, type Random, randomFrom } from './draw.ts';
import type { StartWorker } from './memory-worker.ts';
import { type Fault, memoryWorld } from './memory-world.ts';
import type { Model } from './model.ts';
import { Disagreement, Sequence } from './sequence.ts';
import { needles } from './texts.ts';

/** An action, and what befalls the disk or the worker during it. */
export interface Step {
  action: Action;
  fault?: Fault;
}

const FAULTS = 0.12;
const HOUR = 3_600_000;
const TEXTS = needles();

export const wordsOf = (steps: readonly Step[]) => steps.map((step) => JSON.stringify(step)).join('\n');

type Next = (model: Model, done: number) => Step | null;

/** Runs what `next` gives; adds what was run to `done`. */
async function runOne(startWorker: StartWorker, foreign: Foreign, next: Next, done: Step[]): Promise<void> {
  const world = await memoryWorld(startWorker, TEXTS);
  const sequence = await Sequence.begin(world, { exact: true, foreign });
  for (let step = next(sequence.model, done.length); step; step = next(sequence.model, done.length)) {
    const { action, fault } = step;
    const recorded = done.push(step);
    const broken = fault && !isHarm(action);
    const made = broken
      ? await sequence.stepWithFault(action, (work) => world.withFault(fault, work), fault)
      : await sequence.step(action);
    if (!made) done.length = recorded - 1;
    const logged = world.logged();
    if (!broken && logged.length > 0) throw new Disagreement(`logged: ${logged.join('; ')}`);
  }
}

const isHarm = ({ do: what }: Action) =>
  ['kill', 'restart', 'time passes', 'lose', 'keep database', 'put database back'].includes(what);

type Foreign = { code: string; contact: string };

/** Codes of another vault, for their right checksums. */
async function foreignCodes(startWorker: StartWorker): Promise<Foreign> {
  const world = await memoryWorld(startWorker, []);
  const sequence = await Sequence.begin(world, { exact: true, foreign: { code: '', contact: '' } });
  await sequence.step({ do: 'set up', pin: 'A', mode: 'basic', second: null });
  await sequence.step({ do: 'confirm', right: true });
  await sequence.step({ do: 'make contact', shown: { pin: 'A' } });
  const [code = '', contact = ''] = sequence.known.codes.values();
  return { code, contact };
}

/** After all that happened, whoever has the proper proofs gets everything back. */
function lastSteps(model: Model, at: number): Step | null {
  const { vault: v, memory } = model;
  const second = v?.second ?? 'wrong';
  const both = v?.mode === 'two-step';
  if (at === 0) return { action: { do: 'restart' } };
  if (at === 1) return { action: { do: 'time passes', ms: 2 * HOUR, awake: false } };
  if (!v || memory.open || at > 6) return null;
  if (memory.pending) return { action: { do: 'confirm', right: true } };
  if (memory.sitting) return { action: { do: 'choose', pin: 'B', mode: v.mode, second: v.second } };
  const usual = v.failures < 10 && (v.mode === 'strong' || (v.pinLeft && v.pinBound));
  if (!usual)
    return {
      action: { do: 'renew', purpose: 'recover', shown: both ? { second, code: v.code } : { code: v.code } },
    };
  if (v.mode === 'strong') return { action: { do: 'unlock', shown: { second } } };
  return { action: { do: 'unlock', shown: both ? { pin: v.pin, second } : { pin: v.pin } } };
}

function drawn(random: Random, steps: number): Next {
  let last: number | null = null;
  return (model, done) => {
    if (done >= steps) {
      last ??= done;
      return lastSteps(model, done - last);
    }
    const action = drawAction(model, random, { real: false });
    if (!random.chance(FAULTS)) return { action };
    return {
      action,
      fault: { what: random.chance(0.5) ? 'full' : 'die', at: random.pick([0, 0, 1, 2, 3, 4, 6, 8, 12]) },
    };
  };
}

function repeated(steps: readonly Step[]): Next {
  let at = 0;
  return () => steps[at++] ?? null;
}

async function failureOf(work: Promise<void>): Promise<Error | null> {
  return work.then(
    () => null,
    (error: Error) => error,
  );
}

/** Leaves out steps, more at first, for as long as it still fails. */
async function shrunk(startWorker: StartWorker, foreign: Foreign, steps: Step[], error: Error) {
  let shortest = { steps, error };
  let before = 0;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.ceil(size / 2)) {
    if (size === 1 && before === shortest.steps.length) break;
    if (size === 1) before = shortest.steps.length;
    for (let at = 0; at < shortest.steps.length; ) {
      const fewer = [...shortest.steps.slice(0, at), ...shortest.steps.slice(at + size)];
      const done: Step[] = [];
      const failed = await failureOf(runOne(startWorker, foreign, repeated(fewer), done));
      if (failed && done.length < shortest.steps.length) shortest = { steps: done, error: failed };
      else at += size;
    }
  }
  return shortest;
}

export async function runMany(
  startWorker: StartWorker,
  options: { seed: number; first: number; sequences: number; steps: number },
) {
  const { seed, first, sequences, steps } = options;
  const foreign = await foreignCodes(startWorker);
  const began = performance.now();
  const cpu = process.cpuUsage();
  let total = 0;
  let failure: string | null = null;
  let next = 0;
  const lane = async () => {
    while (next < sequences && !failure) {
      const number = first + next++;
      const done: Step[] = [];
      const error = await failureOf(
        runOne(startWorker, foreign, drawn(randomFrom(seed * 10_007 + number), steps), done),
      );
      total += done.length;
      if (!error || failure) continue;
      failure = 'being shortened';
      const short = await shrunk(startWorker, foreign, done, error);
      failure = `TWEESTAP_SEED=${seed}, sequence ${number}, shortened from ${done.length} to ${short.steps.length} steps:\n${wordsOf(short.steps)}\n${short.error.stack}`;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const { user, system } = process.cpuUsage(cpu);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const text = `seed ${seed}: ${next} sequences, ${total} steps, ${seconds} s, ${((user + system) / 1e6).toFixed(1)} s of CPU`;
  return { failure, text };
}

/** Sequences side by side: while one waits for its cipher another goes on. */
const LANES = 4;
