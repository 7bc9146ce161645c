/**
 * The modes as a table: which slots are stored, and what each of them asks for. SECURITY.md shows the same table, and
 * `test/vault/modes.test.ts` tries every cell of it.
 */
import type { Mode, SecondKind } from '../core/mode.ts';
import type { FactorType } from './factor.ts';
import { factorOf, factorTypes, type Slot } from './slot.ts';

type Plan = readonly FactorType[];

/** The slots that are stored from the first write on. */
export function storedPlans(mode: Mode, second: SecondKind | null): readonly Plan[] {
  if (mode === 'basic') return [['pin', 'device'], ['recovery']];
  if (!second) throw new TypeError(`${mode} mode needs a second secret`);
  if (mode === 'strong') return [[second], ['recovery']];
  return [
    ['pin', 'device', second],
    ['pin', 'recovery'],
    [second, 'recovery'],
  ];
}

/** The recovery contact's slot, where the user made one. */
export function contactPlan(mode: Mode, second: SecondKind | null): Plan {
  return mode === 'two-step' && second ? [second, 'contact'] : ['contact'];
}

/** In the browser's memory only: strong keeps it until the browser closes, two-step until the lock. */
export const SESSION_PLAN: Plan = ['pin', 'device', 'pepper'];

export function isPlan(slot: Slot, plan: Plan): boolean {
  const types = factorTypes(slot);
  return types.length === plan.length && plan.every((type) => types.includes(type));
}

export function secondOf(slots: readonly Slot[]): SecondKind | null {
  const types = new Set(slots.flatMap(factorTypes));
  if (types.has('passkey')) return 'passkey';
  return types.has('passphrase') ? 'passphrase' : null;
}

/** The mode that these slots were written in. Nothing else says it, so nothing can say it wrongly. */
export function modeOf(slots: readonly Slot[]): Mode {
  if (!secondOf(slots)) return 'basic';
  return slots.some((slot) => isPlan(slot, ['recovery'])) ? 'strong' : 'two-step';
}

/** The recovery code that opens the vault now: the how-manieth; null where there is none. */
export function recoveryNumber(slots: readonly Slot[]): number | null {
  return (
    slots.map((slot) => factorOf(slot, 'recovery')?.number ?? null).find((number) => number !== null) ?? null
  );
}
