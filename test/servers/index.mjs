/**
 * All servers of the linked account at once: `node test/servers/index.mjs` prints their addresses as one line of JSON, and
 * runs until it is stopped. `microsoft` and `company` are configurations that a build takes (docs/linked-account.md); each
 * `switches` takes a `POST` that turns a server's switches, `auto` among them: the name that signs in without the page. So
 * does `&auto=NAME` in the address of a sign-in window.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startGraph } from './graph.mjs';
import { FOLDER_SCOPE, startOpenId } from './openid.mjs';
import { startSigner } from './signer.mjs';
import { startWebDav } from './webdav.mjs';

/** Where the browsers come back to, from the identity that the manifest fixes: Chrome's, Firefox's. */
export function redirectsOf(
  /** @type {{ key: string, browser_specific_settings: { gecko: { id: string } } }} */ manifest,
) {
  const { key, browser_specific_settings } = manifest;
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  const id = [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  const name = createHash('sha1').update(browser_specific_settings.gecko.id).digest('hex');
  return [`https://${id}.chromiumapp.org/`, `https://${name}.extensions.allizom.org/`];
}

/** @param {string[]} redirects where sign-ins may come back to */
export async function startServers(redirects) {
  const signer = await startSigner({ redirects });
  const graph = await startGraph({ accountOf: signer.accountOf });
  const openid = await startOpenId({ redirects });
  const webdav = await startWebDav({ accountOf: openid.accountOf });
  return {
    signer,
    graph,
    openid,
    webdav,
    microsoft: {
      kind: /** @type {const} */ ('microsoft'),
      clientId: signer.clientId,
      authority: signer.authority('consumers'),
      graph: graph.graph,
      downloads: graph.downloads,
    },
    company: {
      kind: /** @type {const} */ ('webdav'),
      clientId: openid.clientId,
      authority: openid.authority,
      folder: webdav.folder,
      scopes: [FOLDER_SCOPE],
    },
    close: async () => {
      await Promise.all([signer.close(), graph.close(), openid.close(), webdav.close()]);
    },
  };
}

async function main() {
  const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
  const { signer, graph, openid, webdav, microsoft, company, close } = await startServers(
    redirectsOf(manifest),
  );
  /** @param {string} address */
  const switchesAt = (address) => new URL('/-/switches', address).href;
  const switches = {
    signer: switchesAt(signer.origin),
    graph: switchesAt(graph.graph),
    openid: switchesAt(openid.authority),
    webdav: switchesAt(webdav.folder),
  };
  console.log(JSON.stringify({ microsoft, company, switches }));
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void close().then(() => process.exit(0)));
}

if (import.meta.url === pathToFileURL(path.resolve(process.argv[1] ?? '')).href) await main();
