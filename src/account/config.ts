/**
 * Where this build's linked accounts are: fixed when the extension is built, from a JSON file that `TWEESTAP_ACCOUNT`
 * names (docs/linked-account.md). A build without one has no linked accounts.
 */
interface SignInConfig {
  /** The client that was registered at the provider. */
  clientId: string;
  /** Base of the provider: `/.well-known/openid-configuration` follows it. All its endpoints lie on its origin. */
  authority: string;
}

/** A Microsoft account, or one of a company's tenant, with the app's folder in its OneDrive. */
export interface MicrosoftConfig extends SignInConfig {
  kind: 'microsoft';
  /** Base of Microsoft Graph with its version. */
  graph: string;
  /** Origins that Graph sends downloads to; a first label of `*` stands for any. */
  downloads: string[];
}

/** Any OpenID Connect provider whose access token opens a WebDAV folder. */
export interface WebDavConfig extends SignInConfig {
  kind: 'webdav';
  /** The folder, with a slash at its end. */
  folder: string;
  /** What is asked for besides `openid`. */
  scopes: string[];
}

export type AccountConfig = MicrosoftConfig | WebDavConfig;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/;
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

class ConfigError extends Error {
  override name = 'ConfigError';
}

/** An address without credentials, query or fragment; encrypted, or on this computer. */
function address(value: unknown, field: string): URL {
  const text = typeof value === 'string' ? value : '';
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password || url.search || url.hash)
    throw new ConfigError(`${field}: an address without credentials, query and fragment is needed`);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname)))
    throw new ConfigError(`${field}: an https address is needed; http only on this computer`);
  return url;
}

function base(value: unknown, field: string): string {
  return address(value, field).href.replace(/\/+$/, '');
}

function origin(value: unknown, field: string): string {
  const text = typeof value === 'string' ? value : '';
  address(text.replace('*.', ''), field);
  if (!ORIGIN.test(text)) throw new ConfigError(`${field}: an origin like https://*.example.org is needed`);
  return text;
}

function list(value: unknown, field: string): unknown[] {
  if (!Array.isArray(value) || value.length > 20) throw new ConfigError(`${field}: a short list is needed`);
  return value;
}

/**
 * Reads a build's configuration; null stands for a build without linked accounts. Throws an Error whose message names
 * what is wrong: it is read by whoever builds.
 */
export function parseAccountConfig(value: unknown): AccountConfig | null {
  if (value === null) return null;
  const fields = (typeof value === 'object' ? value : {}) as Record<string, unknown>;
  const { kind, clientId } = fields;
  if (typeof clientId !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(clientId))
    throw new ConfigError('clientId: the registered client is needed');
  const signIn = { clientId, authority: base(fields.authority, 'authority') };
  if (kind === 'microsoft') {
    const downloads = list(fields.downloads, 'downloads').map((item) => origin(item, 'downloads'));
    return { kind, ...signIn, graph: base(fields.graph, 'graph'), downloads };
  }
  if (kind !== 'webdav') throw new ConfigError('kind: microsoft or webdav is needed');
  const scopes = list(fields.scopes, 'scopes').map((scope) => {
    // A token that outlives the sign-in is nothing we want to have.
    if (typeof scope !== 'string' || !SCOPE.test(scope) || scope === 'offline_access')
      throw new ConfigError('scopes: names of scopes are needed, and offline_access is none of them');
    return scope;
  });
  return { kind, ...signIn, folder: `${base(fields.folder, 'folder')}/`, scopes };
}
