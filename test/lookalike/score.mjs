import { domainToASCII } from 'node:url';
import { seededRandom, take } from './draw.mjs';
import { FAMILIES } from './twist.mjs';

/**
 * Draws vaults out of the domains of services, visits all other domains, and domains made to look like those of the vault.
 *
 * @param {{ domainOf: Function, guardFor: Function, hostPartsOf: Function, lookalikeOf: Function }} code of src
 * @param {{ domains: string[] }[]} services
 * @param {string[]} known domains that the extension knows to be a service's own
 * @param {{ draws: number, vault: number, seed: number, each: number }} options `each`: at most so many of a family and domain
 */
export function scoreGuard({ domainOf, guardFor, hostPartsOf, lookalikeOf }, services, known, options) {
  const { draws, vault: size, seed, each } = options;
  const random = seededRandom(seed);
  const partsOf = (domains) => domains.map(hostPartsOf).filter(Boolean);
  const serviceAt = new Map(
    services.flatMap((service) => service.domains.map((domain) => [domain, service])),
  );
  const all = [...serviceAt.keys()].filter(hostPartsOf);
  const knownDomains = partsOf(known).map(domainOf);

  /** What the guard is told of others' domains, from nothing to what the extension tells it. */
  const knowledge = {
    nothing: () => [],
    'own services': (vault) =>
      partsOf(vault.flatMap((domain) => serviceAt.get(domain).domains)).map(domainOf),
    'built table': () => knownDomains,
  };
  const wrong = Object.fromEntries(
    Object.keys(knowledge).map((name) => [name, { visited: 0, warned: 0, worst: 0 }]),
  );
  const caught = Object.fromEntries(
    Object.keys(FAMILIES).map((family) => [family, { made: 0, warned: 0, named: 0 }]),
  );

  for (let draw = 0; draw < draws; draw++) {
    const others = [...all];
    const vault = take(others, size, random);
    for (const [name, own] of Object.entries(knowledge)) {
      const guard = guardFor(partsOf(vault), own(vault));
      const warned = partsOf(others).filter((parts) => lookalikeOf(guard, parts)).length;
      wrong[name].visited += others.length;
      wrong[name].warned += warned;
      wrong[name].worst = Math.max(wrong[name].worst, warned / others.length);
    }
    const guard = guardFor(partsOf(vault), knownDomains);
    for (const { label, suffix } of partsOf(vault)) {
      for (const [family, make] of Object.entries(FAMILIES)) {
        for (const host of take([...new Set(make(label, suffix))], each, random)) {
          const parts = hostPartsOf(domainToASCII(host));
          // Made by chance, a domain of the vault or a known one resembles nothing.
          if (!parts || !isLabel(parts.label) || guard.own.has(domainOf(parts))) continue;
          const found = lookalikeOf(guard, parts);
          caught[family].made++;
          if (found) caught[family].warned++;
          if (found?.family === family) caught[family].named++;
        }
      }
    }
  }
  return { wrong, caught };
}

function isLabel(text) {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
}
