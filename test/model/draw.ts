/** Draws the next action, so that most sequences get somewhere and none keeps to the path. */
import type { Action, Choice, Mode, Name, Shown } from './actions.ts';
import { type Model, retryAt } from './model.ts';
import { PASSPHRASE_NAMES, PIN_NAMES, SECRET_NAMES, WEAK_PASSPHRASES, WEAK_PINS } from './texts.ts';

export type Random = ReturnType<typeof randomFrom>;

/** Mulberry32. */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability: number) => next() < probability,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    weighted: <T>(entries: readonly (readonly [T, number])[]): T => {
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of entries) {
        left -= weight;
        if (left < 0) return value;
      }
      return entries[0]?.[0] as T;
    },
  };
}

/** `real`: no clock to turn, and a fifth of a second for each PIN. */
export interface Scope {
  real: boolean;
}

const MINUTE = 60_000;
const TIMES = [
  20_000,
  31_000,
  MINUTE,
  4 * MINUTE,
  6 * MINUTE,
  11 * MINUTE,
  61 * MINUTE,
  9 * 60 * MINUTE,
  30 * 60 * MINUTE,
];

export function drawAction(m: Model, random: Random, { real }: Scope): Action {
  const { pick, chance, weighted } = random;
  const v = m.vault;
  const { open, pending, sitting, sessionPin } = m.memory;
  const right = 0.75;

  const pin = (): Name =>
    chance(right) ? (v?.pin ?? pick(PIN_NAMES)) : pick(['wrong', 'wrong', ...PIN_NAMES]);
  const second = (): Name =>
    chance(right) ? (v?.second ?? pick(PASSPHRASE_NAMES)) : pick(['wrong', ...PASSPHRASE_NAMES]);
  const code = (): Name => (chance(right) ? (v?.code ?? 'foreign') : pick(['foreign', 'typo', 'code 1']));
  const contact = (): Name =>
    chance(right) && v?.contact !== 'unknown' ? (v?.contact ?? 'foreign') : pick(['foreign', 'typo']);
  const newPin = (): Name => (chance(0.9) ? pick(PIN_NAMES) : pick(WEAK_PINS));
  const newSecond = (): Name => (chance(0.9) ? pick(PASSPHRASE_NAMES) : pick(WEAK_PASSPHRASES));

  function choice(): Choice {
    const mode = pick<Mode>(['basic', 'strong', 'two-step']);
    return { pin: newPin(), mode, second: mode !== 'basic' && chance(0.9) ? newSecond() : null };
  }
  /** What is asked for, or too little of it. */
  function shown(usual: 'pin' | 'second' | 'both'): Shown {
    const what = chance(0.85) ? usual : pick(['pin', 'second', 'both', 'none'] as const);
    if (what === 'none') return { second: second() };
    return {
      ...((what === 'pin' || what === 'both') && { pin: pin() }),
      ...((what === 'second' || what === 'both') && { second: second() }),
    };
  }
  const asked = () =>
    v?.mode === 'two-step' ? 'both' : v?.mode === 'strong' && !sessionPin ? 'second' : 'pin';
  const asMode = () => shown(v?.mode === 'two-step' ? 'both' : 'pin');
  const onlyPin = (): Shown => (chance(0.95) ? { pin: pin() } : {});
  function recovery(): Shown {
    const two = v?.mode === 'two-step';
    // Where several single proofs would do, which of them is looked at is nobody's business.
    return weighted<() => Shown>([
      [() => ({ code: code() }), two ? 1 : 5],
      [() => ({ contact: contact() }), two ? 1 : 2],
      [() => ({ second: second() }), v?.mode === 'strong' ? 3 : 0.5],
      [() => ({ pin: pin() }), 0.3],
      [() => ({ code: code(), pin: pin() }), two ? 4 : 0.5],
      [() => ({ code: code(), second: second() }), two ? 4 : 0],
      [() => ({ contact: contact(), second: second() }), two ? 2 : 0],
    ])();
  }
  const account = () => random.below(Math.max(1, v?.accounts.length ?? 1));
  const file = () => random.below(Math.max(1, m.files.length));
  const fresh = () => `account no. ${m.serial}-${random.below(1e6)}`;
  function setting(): Action {
    const change = weighted([
      [{ pinForCodes: chance(0.5) }, 3],
      [{ wipeAtTen: chance(0.4) }, 2],
      [{ lockWithScreen: chance(0.5) }, 2],
      [{ autoLockMinutes: pick([1, 5, 60, 480]) }, 2],
    ]);
    return { do: 'setting', change, shown: onlyPin() };
  }
  function openBackup(): Action {
    const at = file();
    const way = m.files[at] && chance(0.8) ? pick(m.files[at].ways) : null;
    return {
      do: 'open backup',
      file: at,
      shown: way ?? pick([{ code: code() }, { second: second() }, { pin: pin() }]),
    };
  }
  function time(): Action {
    const wait = v && retryAt(v, m.now);
    if (wait && chance(0.6))
      return { do: 'time passes', ms: wait - m.now + pick([-1, 0, 1000]), awake: false };
    if (chance(0.15)) return { do: 'time passes', ms: -pick(TIMES), awake: false };
    const awake = chance(0.6);
    return { do: 'time passes', ms: pick(awake ? TIMES.slice(0, 6) : TIMES), awake };
  }

  const inside = v !== null && open !== null;
  const locked = v !== null && open === null;
  const files = m.files.length > 0;
  const now = (yes: boolean, weight: number, otherwise = 0.05) => (yes ? weight : otherwise);
  const heavy = real ? 0.4 : 1;
  const table: [() => Action, number][] = [
    [() => ({ do: 'set up', ...choice() }), now(!v && !pending, 30, 0.2)],
    [() => ({ do: 'confirm', right: chance(0.9) }), now(pending !== null, 20)],
    [() => ({ do: 'cancel' }), now(pending !== null || sitting !== null, 1)],
    [() => ({ do: 'choose', ...choice() }), now(sitting !== null, 15)],
    [() => ({ do: 'unlock', shown: shown(asked()) }), now(locked && !sitting && !pending, 14, 0.5)],
    [() => ({ do: 'change PIN', shown: asMode(), next: newPin() }), now(inside, 3 * heavy)],
    [() => ({ do: 'renew', purpose: 'mode', shown: asMode() }), now(inside && !pending, 3 * heavy, 0.3)],
    [() => ({ do: 'renew', purpose: 'recover', shown: recovery() }), now(v !== null, locked ? 4 : 1.5)],
    [() => ({ do: 'lock' }), now(inside, real ? 1.5 : 3, 0.3)],
    [() => ({ do: 'add', name: fresh(), secret: pick(SECRET_NAMES) }), now(inside, real ? 12 : 7, 0.2)],
    [() => ({ do: 'edit', account: account(), name: fresh() }), now(inside, 2)],
    [() => ({ do: 'delete', account: account() }), now(inside, 2)],
    [() => ({ do: 'undo' }), now(m.memory.deleted !== null, 3)],
    [() => ({ do: 'show secret', account: account(), shown: onlyPin() }), now(inside, 2 * heavy)],
    [setting, now(inside, 2 * heavy, 0.2)],
    [() => ({ do: 'make contact', shown: asMode() }), now(inside, 2 * heavy)],
    [() => ({ do: 'remove contact', shown: onlyPin() }), now(inside && v.contact !== null, 1)],
    [
      () => ({ do: 'back up', shown: onlyPin(), second: chance(0.5) ? newSecond() : null }),
      now(inside, 2 * heavy),
    ],
    [() => ({ do: 'check backup', file: file() }), now(inside && m.memory.made !== null, 2)],
    [() => ({ do: 'copy' }), now(v !== null, 0.5)],
    [openBackup, now(files, 1.5 * heavy)],
    [() => ({ do: 'merge' }), now(m.memory.opened !== null, 5)],
    [() => ({ do: 'start over', right: chance(0.5) }), m.lost ? 3 : 0.3],
    [() => ({ do: 'kill' }), 2],
    [() => ({ do: 'restart' }), real ? 0.3 : 2],
    [time, real ? 0 : v && retryAt(v, m.now) ? 8 : 3],
    [() => ({ do: 'lose', what: 'database' }), 0.6],
    [() => ({ do: 'lose', what: 'local' }), 0.6],
    [() => ({ do: 'lose', what: 'both' }), real ? 0 : 0.1],
    [() => ({ do: 'lose', what: 'database and a piece of the copy' }), real ? 0.05 : 0.2],
    [() => ({ do: 'keep database' }), real ? 0 : 0.7],
    [() => ({ do: 'put database back' }), real ? 0 : now(m.kept !== null, 1.5, 0)],
  ];
  return weighted(table)();
}
