/** A WebDAV collection (RFC 4918), with the conditional requests of RFC 9110 §13. */
import { AppError } from '../core/app-error.ts';
import type { WebDavConfig } from './config.ts';
import { assertName, type Folder } from './folder.ts';
import { failureOf, type Http } from './http.ts';

const WRITTEN = new Set([200, 201, 204]);

export function webDavFolder(config: WebDavConfig, accessToken: string, http: Http): Folder {
  const headers = { authorization: `Bearer ${accessToken}` };
  const at = (name: string) => {
    assertName(name);
    return config.folder + name;
  };
  const makeCollection = async () => {
    const answer = await http(config.folder, { method: 'MKCOL', headers });
    // 405: it was made by someone else meanwhile.
    if (answer.status !== 201 && answer.status !== 405) throw failureOf(answer);
  };
  return {
    async read(name) {
      const answer = await http(at(name), { headers });
      if (answer.status !== 200) throw failureOf(answer);
      const etag = answer.headers.get('etag');
      if (!etag) throw new AppError('account-malformed');
      return { bytes: answer.body, etag };
    },
    async write(name, bytes, expected) {
      const condition = expected === null ? { 'if-none-match': '*' } : { 'if-match': expected };
      const asked = {
        method: 'PUT' as const,
        headers: { ...headers, 'content-type': 'application/octet-stream', ...condition },
        body: bytes,
      };
      let answer = await http(at(name), asked);
      // 409: the collection itself is not there (RFC 4918 §9.7.1).
      if (answer.status === 409) {
        await makeCollection();
        answer = await http(at(name), asked);
      }
      if (!WRITTEN.has(answer.status)) throw failureOf(answer);
    },
    async remove(name, expected) {
      const answer = await http(at(name), {
        method: 'DELETE',
        headers: { ...headers, ...(expected !== null && { 'if-match': expected }) },
      });
      if (!WRITTEN.has(answer.status) && answer.status !== 404) throw failureOf(answer);
    },
  };
}
