/**
 * A stand-in for the app folder of Microsoft Graph 1.0, written from its documentation on learn.microsoft.com/graph:
 * onedrive-sharepoint-appfolder (the folder is made by the first request, counts against the quota, and its owner can delete
 * it), api/driveitem-put-content, driveitem-get-content (a 302, or `@microsoft.graph.downloadUrl`, to another host, which
 * takes no `Authorization`), driveitem-delete (`if-match`), resources/driveitem (`@microsoft.graph.conflictBehavior`), errors.
 */
import { createHash, randomBytes } from 'node:crypto';
import { commitFault, takeFault, tampered } from './faults.mjs';
import { allowAll, bodyOf, listen, sendJson, serveSwitches } from './loopback.mjs';

const ROOT = '/v1.0/me/drive/special/approot';

/** @typedef {{ id: string, bytes: Buffer, eTag: string }} Item */

/** @param {Buffer} bytes */
const newItem = (bytes) => ({
  id: randomBytes(8).toString('hex'),
  bytes,
  eTag: `"{${createHash('sha256').update(bytes).update(randomBytes(8)).digest('hex').slice(0, 32)}},1"`,
});

/** @param {import('./loopback.mjs').Response} response @param {number} status @param {string} code */
const refuse = (response, status, code) => sendJson(response, status, { error: { code, message: code } });

/**
 * @param {{ accountOf(token: string): string | null, port?: number }} options whose token it is; null for nobody's
 */
export async function startGraph({ accountOf, port = 0 }) {
  const switches = {
    /** @type {import('./faults.mjs').Fault | null} */ fault: null,
    strangeDownloads: false,
  };
  const counts = { sent: 0 };
  /** @type {Map<string, Map<string, Item>>} */
  const folders = new Map();
  /** @type {Buffer[]} */
  const written = [];
  /** Where a download is to be had, for a while. @type {Map<string, Item>} */
  const downloads = new Map();
  /** @type {{ method: string, path: string, ifMatch: string | null }[]} */
  const seen = [];

  const content = await listen({
    async handle(request, response) {
      allowAll(response);
      if (request.method === 'OPTIONS') return sendJson(response, 204, null);
      const item = downloads.get(request.url ?? '');
      if (request.headers.authorization) return refuse(response, 401, 'unauthenticated');
      if (!item) return refuse(response, 404, 'itemNotFound');
      const fault = takeFault(switches, 'DOWNLOAD');
      if (fault && (await commitFault(fault, response, counts))) return;
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      response.end(tampered(fault, item.bytes, written));
    },
  });

  /** @param {string} name @param {Item} item */
  const describe = (name, item) => {
    const path = `/download/${randomBytes(12).toString('hex')}`;
    downloads.set(path, item);
    return {
      id: item.id,
      name,
      size: item.bytes.length,
      eTag: item.eTag,
      file: { mimeType: 'application/octet-stream' },
      parentReference: { path: '/drive/special/approot:' },
      '@microsoft.graph.downloadUrl': `${switches.strangeDownloads ? 'http://localhost:9' : content.origin}${path}`,
    };
  };

  const api = await listen(
    {
      async handle(request, response) {
        allowAll(response);
        const method = request.method ?? '';
        const url = new URL(request.url ?? '', 'http://graph');
        if (method === 'OPTIONS') return sendJson(response, 204, null);
        if (url.pathname === '/-/switches') return serveSwitches(request, response, switches);
        const ifMatch = request.headers['if-match'] ?? null;
        seen.push({ method, path: url.pathname, ifMatch });
        const account = accountOf((request.headers.authorization ?? '').replace(/^Bearer /, ''));
        if (!account) return refuse(response, 401, 'InvalidAuthenticationToken');
        const fault = takeFault(switches, method);
        if (fault && (await commitFault(fault, response, counts))) return;

        const folder = folders.get(account) ?? new Map();
        folders.set(account, folder);
        if (url.pathname === ROOT)
          return sendJson(response, 200, { id: 'approot', folder: { childCount: folder.size } });
        const [, name, ofContent] = /:\/([^/:]+)(:\/content)?$/.exec(url.pathname.replace(ROOT, '')) ?? [];
        if (!name) return refuse(response, 400, 'invalidRequest');
        const item = folder.get(name);

        if (method === 'PUT' && ofContent) {
          const bytes = await bodyOf(request);
          if (ifMatch !== null && ifMatch !== item?.eTag) return refuse(response, 412, 'resourceModified');
          if (item && url.searchParams.get('@microsoft.graph.conflictBehavior') === 'fail')
            return refuse(response, 409, 'nameAlreadyExists');
          const made = newItem(fault?.kind === 'half' ? bytes.subarray(0, bytes.length >> 1) : bytes);
          folder.set(name, made);
          written.push(made.bytes);
          if (fault?.kind === 'lost') return response.destroy();
          return sendJson(response, item ? 200 : 201, describe(name, made));
        }
        if (!item) return refuse(response, 404, 'itemNotFound');
        if (method === 'DELETE') {
          if (ifMatch !== null && ifMatch !== item.eTag) return refuse(response, 412, 'resourceModified');
          folder.delete(name);
          if (fault?.kind === 'lost') return response.destroy();
          return sendJson(response, 204, null);
        }
        const described = describe(name, item);
        if (method !== 'GET') return refuse(response, 405, 'notAllowed');
        if (!ofContent) return sendJson(response, 200, described);
        response.writeHead(302, { location: described['@microsoft.graph.downloadUrl'] });
        response.end();
      },
    },
    port,
  );

  return {
    graph: `${api.origin}/v1.0`,
    downloads: [content.origin],
    switches,
    counts,
    seen,
    /** @param {string} account */
    names: (account) => [...(folders.get(account)?.keys() ?? [])],
    /** What the owner of the drive does in it. @param {string} account */
    deleteFolder: (account) => folders.delete(account),
    close: async () => {
      await Promise.all([api.close(), content.close()]);
    },
  };
}
