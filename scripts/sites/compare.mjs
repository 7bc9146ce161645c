/**
 * What our own table says and an export does not: links, methods and domains, but for the domains with a plus and services
 * that have no other.
 *
 * @param {ReturnType<typeof import('./compact.mjs').readOwnTable>} own
 * @param {import('./services-text.mjs').Service[]} services
 * @returns {string[]} a line for each difference
 */
export function compareWithExport(own, services) {
  const at = new Map();
  for (const service of services) {
    for (const domain of service.domains) at.set(domain, [...(at.get(domain) ?? []), service]);
  }
  const differences = [];
  for (const { name, domains, methods, documentation, recovery } of own.services) {
    const cited = domains.filter((domain) => !own.added.has(domain));
    const there = cited.flatMap((domain) => at.get(domain) ?? []);
    const has = (fits) => there.some(fits);
    for (const domain of cited) if (!at.has(domain)) differences.push(`${name}: domain ${domain}`);
    for (const domain of own.added) {
      if (domains.includes(domain) && at.has(domain)) differences.push(`${name}: ${domain} is in the export`);
    }
    if (documentation && !has((service) => service.documentation === documentation)) {
      differences.push(`${name}: documentation ${documentation}`);
    }
    if (recovery && !has((service) => service.recovery === recovery))
      differences.push(`${name}: recovery ${recovery}`);
    const said = methods && [...methods].sort().join();
    if (methods && !has((service) => service.methods && [...service.methods].sort().join() === said)) {
      differences.push(`${name}: methods ${methods.join(' ') || 'none'}`);
    }
  }
  return differences;
}
