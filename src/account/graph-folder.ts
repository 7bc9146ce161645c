/**
 * The app's own folder in a OneDrive, by Microsoft Graph 1.0: `special/approot`, which the first request makes.
 * Source: learn.microsoft.com/graph: onedrive-sharepoint-appfolder, api/driveitem-put-content, driveitem-get-content,
 * driveitem-delete, resources/driveitem (instance attributes), errors.
 */
import { AppError } from '../core/app-error.ts';
import type { MicrosoftConfig } from './config.ts';
import { assertName, type Folder } from './folder.ts';
import { isOnOrigin } from './hosts.ts';
import { type Answer, failureOf, type Http, jsonOf } from './http.ts';

/** The address that Graph gave for a download: of a host of this build, or of none. */
function downloadAddress(item: Record<string, unknown>, { downloads }: MicrosoftConfig): string {
  const address = item['@microsoft.graph.downloadUrl'];
  if (typeof address !== 'string' || !URL.canParse(address)) throw new AppError('account-malformed');
  const url = new URL(address);
  if (!isOnOrigin(url, downloads) || url.username || url.password) throw new AppError('account-untrusted');
  return url.href;
}

function itemOf(answer: Answer): Record<string, unknown> & { size: number; eTag: string } {
  if (answer.status !== 200 && answer.status !== 201) throw failureOf(answer);
  const item = jsonOf(answer);
  const { size, eTag, file } = item;
  if (typeof file !== 'object' || typeof eTag !== 'string' || !Number.isSafeInteger(size))
    throw new AppError('account-malformed');
  return { ...item, size: Number(size), eTag };
}

export function graphFolder(config: MicrosoftConfig, accessToken: string, http: Http): Folder {
  const headers = { authorization: `Bearer ${accessToken}` };
  const at = (name: string) => {
    assertName(name);
    return `${config.graph}/me/drive/special/approot:/${name}`;
  };
  return {
    async read(name) {
      const item = itemOf(await http(at(name), { headers }));

      // `/content` redirects, which neither our policy nor CORS lets through. This address carries its own permission.
      const download = await http(downloadAddress(item, config));
      if (download.status !== 200) throw failureOf(download);
      if (download.body.length !== item.size) throw new AppError('account-half-done');
      return { bytes: download.body, etag: item.eTag };
    },
    async write(name, bytes, expected) {
      const behaviour = expected === null ? 'fail' : 'replace';
      const answer = await http(`${at(name)}:/content?@microsoft.graph.conflictBehavior=${behaviour}`, {
        method: 'PUT',
        headers: {
          ...headers,
          'content-type': 'application/octet-stream',
          ...(expected !== null && { 'if-match': expected }),
        },
        body: bytes,
      });
      if (itemOf(answer).size !== bytes.length) throw new AppError('account-half-done');
    },
    async remove(name, expected) {
      const answer = await http(at(name), {
        method: 'DELETE',
        headers: { ...headers, ...(expected !== null && { 'if-match': expected }) },
      });
      if (answer.status !== 204 && answer.status !== 404) throw failureOf(answer);
    },
  };
}
