import { parseArgs } from 'node:util';
import { DEMO_PASSWORD, DEMO_USER } from './users.mjs';

/**
 * Runs the site for people: `node test/site/index.mjs --port 8080`, until Ctrl+C.
 * @param {string[]} args
 * @param {typeof import('./index.mjs').startSite} startSite
 */
export async function runFromCommandLine(args, startSite) {
  const port = portIn(args);
  if (port === null) {
    console.error('Usage: node test/site/index.mjs [--port 8080]');
    process.exitCode = 2;
    return;
  }
  try {
    const site = await startSite({ port });
    console.log(`Demo site: ${site.url} (name ${DEMO_USER}, password ${DEMO_PASSWORD})`);
    console.log(`Other site, for its frames: ${site.crossUrl}`);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void site.close());
  } catch (error) {
    console.error(`The demo site did not start: ${/** @type {Error} */ (error).message}`);
    process.exitCode = 1;
  }
}

/** @param {string[]} args @returns {number | null} null when the arguments make no sense */
function portIn(args) {
  try {
    const { values } = parseArgs({ args, options: { port: { type: 'string', default: '0' } } });
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
    return port <= 65535 ? port : null;
  } catch {
    return null;
  }
}
