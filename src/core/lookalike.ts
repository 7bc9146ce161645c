import { STRANGER } from './confusables.ts';
import { type Guard, type Guarded, nearest, withoutHyphens } from './guard.ts';
import { domainOf, type HostParts, readLabel } from './host-parts.ts';
import { passesFor, shapeOf } from './label-shape.ts';
import { holdsName, isUsualWord } from './name-inside.ts';
import { type Edit, editBetween, type FoundEdit, shortened } from './one-edit.ts';

/** Why a domain looks like another: dnstwist's families. */
export type LookalikeFamily = Edit | 'name-inside' | 'other-suffix' | 'subdomain';

export interface Lookalike {
  /** The registrable domain that is resembled. */
  resembles: string;
  family: LookalikeFamily;
}

/** Names shorter than this are like too many others; docs/sites.md says what was measured. */
const MIN_EDITED = 3;
const MIN_OMISSION = 4;
/** From this length on any one letter tells, not only a likely slip. */
const MIN_ANY_LETTER = 5;
/** From these on under another suffix too. */
const MIN_EDITED_ANYWHERE = 7;
const MIN_SAME_LOOK = 3;
const MIN_SAME_LOOK_ANYWHERE = 6;
const MIN_BARE = 4;
const MIN_BELOW = 5;

/** Which domain of the vault this host resembles, and how; null for the vault's own and for what resembles none. */
export function lookalikeOf(guard: Guard, host: HostParts): Lookalike | null {
  if (guard.own.has(domainOf(host))) return null;
  const name = readLabel(host.label);
  return (
    sameName(guard, host, name) ??
    oneEdit(guard, host, name) ??
    sameLook(guard, host, name) ??
    behindStrangers(guard, name) ??
    acrossDots(guard, host) ??
    nameInside(guard, name, host.suffix)
  );
}

function sameName(guard: Guard, host: HostParts, name: string): Lookalike | null {
  const found = nearest(guard.byName.get(name) ?? guard.byName.get(host.label), host.suffix);
  return found && tell(found, found.raw === host.label ? 'other-suffix' : 'homoglyph');
}

function oneEdit(guard: Guard, host: HostParts, name: string): Lookalike | null {
  let elsewhere: Lookalike | null = null;
  for (const key of shortened(name)) {
    for (const guarded of guard.byShortened.get(key) ?? []) {
      const found = editBetween(guarded.name, name);
      if (!found || !tells(found, guarded.name.length)) continue;
      if (guarded.suffix === host.suffix) return tell(guarded, found.edit);
      if (guarded.name.length >= MIN_EDITED_ANYWHERE) elsewhere ??= tell(guarded, found.edit);
    }
  }
  return elsewhere;
}

function tells({ edit, likely }: FoundEdit, length: number): boolean {
  return length >= (edit === 'omission' ? MIN_OMISSION : MIN_EDITED) && (likely || length >= MIN_ANY_LETTER);
}

function sameLook(guard: Guard, host: HostParts, name: string): Lookalike | null {
  const sameBareName = nearest(guard.byBareName.get(withoutHyphens(name)), host.suffix);
  if (sameBareName && withoutHyphens(name).length >= MIN_BARE) return tell(sameBareName, 'hyphenation');
  const found = nearest(guard.byShape.get(shapeOf(name)), host.suffix);
  const enough = found?.suffix === host.suffix ? MIN_SAME_LOOK : MIN_SAME_LOOK_ANYWHERE;
  return found && found.name.length >= enough ? tell(found, 'homoglyph') : null;
}

/** Letters that look like none of ours, in a name whose other letters are those of a name of the vault. */
function behindStrangers(guard: Guard, name: string): Lookalike | null {
  const strangers = name.split(STRANGER).length - 1;
  if (strangers === 0 || strangers * 2 > name.length) return null;
  for (const [label, [guarded]] of guard.byName) {
    if (!guarded || label.length !== name.length) continue;
    if ([...name].every((char, i) => char === STRANGER || passesFor(char, label[i] ?? ''))) {
      return tell(guarded, 'homoglyph');
    }
  }
  return null;
}

/** goog.le.com, litm.us.com below us.com, paypal.com.example.net, and paypal.example.net. */
function acrossDots(guard: Guard, host: HostParts): Lookalike | null {
  const labels = [...host.below, host.label].map(readLabel);
  const whole = [...labels, ...host.suffix.split('.')];
  for (let end = labels.length; end < whole.length; end++) {
    const suffix = whole.slice(end).join('.');
    for (let from = Math.min(end, labels.length) - 1; from >= 0; from--) {
      const joined = withoutHyphens(whole.slice(from, end).join(''));
      const found = joined.length >= MIN_BARE ? nearest(guard.byBareName.get(joined), suffix) : null;
      if (found && end - from > 1 && (found.suffix === suffix || end === labels.length)) {
        return tell(found, 'subdomain');
      }
    }
  }
  return belowAnother(guard, labels, host.suffix);
}

function belowAnother(guard: Guard, labels: string[], suffix: string): Lookalike | null {
  for (const [at, label] of labels.slice(0, -1).entries()) {
    const after = `${labels.slice(at + 1).join('.')}.`;
    const found = guard.byName.get(label) ?? [];
    const whole = found.find((guarded) => after.startsWith(`${guarded.suffix}.`));
    const alone = label.length >= MIN_BELOW && !isUsualWord(label) ? found[0] : undefined;
    if (whole ?? alone) return tell((whole ?? alone) as Guarded, 'subdomain');
    const inside = nameInside(guard, label, suffix);
    if (inside) return inside;
  }
  return null;
}

function nameInside(guard: Guard, seen: string, suffix: string): Lookalike | null {
  let longest: Guarded | null = null;
  for (let from = 0; from < seen.length; from++) {
    for (let to = seen.length; to > from + (longest?.name.length ?? 1); to--) {
      const name = seen.slice(from, to);
      const found = nearest(guard.byName.get(name) ?? guard.byBareName.get(name), suffix);
      if (found && holdsName(seen, from, { name, suffix: found.suffix }, suffix)) longest = found;
    }
  }
  return longest && tell(longest, 'name-inside');
}

function tell({ domain }: Guarded, family: LookalikeFamily): Lookalike {
  return { resembles: domain, family };
}
