import { readAsAscii } from './confusables.ts';
import { readableLabel } from './punycode.ts';

/**
 * A host as the public suffix list splits it, all in lower-case ASCII: `a.b.example.co.uk` is below ['a', 'b'], label
 * 'example', suffix 'co.uk'. Who splits it is outside of core.
 */
export interface HostParts {
  below: string[];
  label: string;
  suffix: string;
}

/** The registrable domain of a host. */
export function domainOf({ label, suffix }: HostParts): string {
  return `${label}.${suffix}`;
}

/** A label of a host as a person reads it, in a–z, 0–9, hyphens and `STRANGER`s. */
export function readLabel(label: string): string {
  return readAsAscii(readableLabel(label));
}
