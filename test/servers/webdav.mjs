/** A WebDAV server (nephele) over a folder of the disk that goes with it, with faults to order before it. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import FileSystemAdapter from '@nephele/adapter-file-system';
import createServer, { UnauthorizedError } from 'nephele';
import { commitFault, takeFault, tampered } from './faults.mjs';
import { allowAll, listen, sendJson, serveSwitches } from './loopback.mjs';

const COLLECTION = 'tweestap';

/**
 * The folder itself is not there until someone makes it.
 *
 * @param {{ accountOf(token: string): Promise<string | null>, port?: number }} options
 */
export async function startWebDav({ accountOf, port = 0 }) {
  const root = mkdtempSync(path.join(tmpdir(), 'tweestap-dav-'));
  const switches = { /** @type {import('./faults.mjs').Fault | null} */ fault: null };
  const counts = { sent: 0 };
  /** @type {Buffer[]} */
  const written = [];
  /** @type {{ method: string, path: string }[]} */
  const seen = [];

  const authenticator = {
    /** @param {{ get(name: string): string | undefined }} request */
    async authenticate(request) {
      const account = await accountOf((request.get('authorization') ?? '').replace(/^Bearer /, ''));
      if (!account) throw new UnauthorizedError('A token is needed.');
      return { username: account };
    },
    async cleanAuthentication() {},
  };
  const app = createServer({ adapter: new FileSystemAdapter({ root }), authenticator });

  /** @param {string} url */
  const fileOf = (url) =>
    path.join(root, path.normalize(decodeURIComponent(new URL(url, 'http://dav').pathname)));

  const listening = await listen(
    {
      async handle(request, response) {
        allowAll(response);
        const { method = '', url = '' } = request;
        if (method === 'OPTIONS') return sendJson(response, 204, null);
        if (url === '/-/switches') return serveSwitches(request, response, switches);
        seen.push({ method, path: url });
        const fault = takeFault(switches, method);
        if (fault && (await commitFault(fault, response, counts))) return;
        const file = fileOf(url);
        if (method === 'GET' && fault && existsSync(file)) {
          response.writeHead(200, { etag: '"1"' });
          return response.end(tampered(fault, readFileSync(file), written));
        }
        if (method === 'PUT' || method === 'DELETE') {
          const end = response.end.bind(response);
          response.end = /** @type {typeof response.end} */ (
            (...rest) => {
              if (method === 'PUT' && response.statusCode < 300) {
                if (fault?.kind === 'half') truncateSync(file, readFileSync(file).length >> 1);
                written.push(readFileSync(file));
              }
              if (fault?.kind === 'lost' && response.statusCode < 300) return response.destroy();
              return Reflect.apply(end, response, rest);
            }
          );
        }
        app(/** @type {never} */ (request), /** @type {never} */ (response));
      },
    },
    port,
  );
  const collection = path.join(root, COLLECTION);
  return {
    folder: `${listening.origin}/${COLLECTION}/`,
    switches,
    counts,
    seen,
    names: () => (existsSync(collection) ? readdirSync(collection) : []),
    deleteFolder: () => rmSync(collection, { recursive: true, force: true }),
    close: async () => {
      await listening.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
