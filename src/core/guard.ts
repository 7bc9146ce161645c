import { STRANGER } from './confusables.ts';
import { domainOf, type HostParts, readLabel } from './host-parts.ts';
import { shapeOf } from './label-shape.ts';
import { shortened } from './one-edit.ts';

/** One domain of the vault. */
export interface Guarded {
  domain: string;
  suffix: string;
  /** The label as the domain has it. */
  raw: string;
  /** The label as it is read; as it stands where not all of it can be read as ours. */
  name: string;
}

type Index = Map<string, Guarded[]>;

/** The domains of a vault, ready to be compared with the host of each page. */
export interface Guard {
  own: Set<string>;
  byName: Index;
  byBareName: Index;
  byShape: Index;
  byShortened: Index;
}

/**
 * Prepares the comparison. `vault`: the hosts that accounts belong to. `own`: registrable domains that are nobody's
 * look-alikes, such as the other domains of the same services.
 */
export function guardFor(vault: Iterable<HostParts>, own: Iterable<string> = []): Guard {
  const guard: Guard = {
    own: new Set(own),
    byName: new Map(),
    byBareName: new Map(),
    byShape: new Map(),
    byShortened: new Map(),
  };
  const seen = new Set<string>();
  for (const parts of vault) {
    const domain = domainOf(parts);
    if (seen.has(domain)) continue;
    seen.add(domain);
    guard.own.add(domain);
    const read = readLabel(parts.label);
    // Two names in another script are not alike because we can read neither.
    const name = read.includes(STRANGER) ? parts.label : read;
    const guarded = { domain, suffix: parts.suffix, raw: parts.label, name };
    put(guard.byName, guarded.name, guarded);
    put(guard.byBareName, withoutHyphens(guarded.name), guarded);
    put(guard.byShape, shapeOf(guarded.name), guarded);
    for (const key of shortened(guarded.name)) put(guard.byShortened, key, guarded);
  }
  return guard;
}

function put(index: Index, key: string, guarded: Guarded): void {
  const there = index.get(key);
  if (there) there.push(guarded);
  else index.set(key, [guarded]);
}

/** A name as it is read past its hyphens. */
export function withoutHyphens(name: string): string {
  return name.replaceAll('-', '');
}

/** The one of these that has this suffix, else the first. */
export function nearest(found: Guarded[] | undefined, suffix: string): Guarded | null {
  return found?.find((guarded) => guarded.suffix === suffix) ?? found?.[0] ?? null;
}
