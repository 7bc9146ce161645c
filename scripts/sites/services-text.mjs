/**
 * The repository's own table of services, data/services.txt: one service a line, five fields, as its head says.
 *
 * @typedef {{ name: string, domains: string[], methods: string[] | null, documentation: string, recovery: string }} Service
 */
const FIELDS = 5;

/**
 * The services of the text, `added` the domains that have a plus. Throws an Error that names the line.
 *
 * @param {string} text
 * @returns {{ services: Service[], added: Set<string> }}
 */
export function parseServicesText(text) {
  const added = new Set();
  const services = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const fields = line.split(' | ');
    if (fields.length !== FIELDS)
      throw new Error(`Line ${index + 1} has ${fields.length} fields and not ${FIELDS}.`);
    const [name, hosts, methods, documentation, recovery] = fields;
    for (const host of hosts.split(' ')) if (host.startsWith('+')) added.add(host.slice(1));
    services.push({
      name,
      domains: hosts.split(' ').map((host) => host.replace(/^\+/, '')),
      methods: methods === '?' ? null : methods === 'none' ? [] : methods.split(' '),
      documentation: documentation === '-' ? '' : documentation,
      recovery: recovery === '-' ? '' : recovery,
    });
  }
  return { services, added };
}
