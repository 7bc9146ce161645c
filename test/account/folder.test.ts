import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Folder, writeVerified } from '../../src/account/folder.ts';
import { graphFolder } from '../../src/account/graph-folder.ts';
import { type Bytes, MAX_ANSWER_BYTES, makeHttp } from '../../src/account/http.ts';
import { codeOf, failure, KINDS, type Servers, signIn, start, storeOf } from './accounts.ts';

const NAME = 'escrow-00ff.json';
const text = (value: string): Bytes => new TextEncoder().encode(value);
const content = text('{"half":"of a key"}');
/** What may be sent of 200 MB before we are gone: what lies in the buffers of the two sockets. */
const MOST_SENT = 16 * 1024 * 1024;

let servers: Servers;
beforeAll(async () => {
  servers = await start();
});
afterAll(() => servers.close());
beforeEach(() => {
  servers.graph.switches.fault = null;
  servers.webdav.switches.fault = null;
});

describe.each(KINDS)('the folder of %s', (kind) => {
  let folder: Folder;
  const store = () => storeOf(servers, kind);
  beforeEach(async () => {
    store().deleteFolder();
    ({ folder } = await signIn(servers, kind));
  });

  it('keeps a file as it was written', async () => {
    await writeVerified(folder, NAME, content);
    expect((await folder.read(NAME)).bytes).toEqual(content);
    expect(store().names()).toEqual([NAME]);
  });

  it('writes over nothing that it did not expect', async () => {
    await folder.write(NAME, content, null);
    expect(await codeOf(folder.write(NAME, text('other'), null))).toBe('account-conflict');
    const { etag } = await folder.read(NAME);
    await folder.write(NAME, text('second'), etag);
    expect(await codeOf(folder.write(NAME, text('third'), etag))).toBe('account-conflict');
    expect((await folder.read(NAME)).bytes).toEqual(text('second'));
  });

  it('deletes what it expected, and finds nothing wrong with what is gone', async () => {
    await folder.write(NAME, content, null);
    const { etag } = await folder.read(NAME);
    await folder.write(NAME, text('second'), etag);
    expect(await codeOf(folder.remove(NAME, etag))).toBe('account-conflict');
    expect(store().names()).toEqual([NAME]);
    await folder.remove(NAME, (await folder.read(NAME)).etag);
    expect(store().names()).toEqual([]);
    await folder.remove(NAME, null);
  });

  it('says where its owner deleted the file or all of it, and can be used again', async () => {
    expect(await codeOf(folder.read(NAME))).toBe('account-missing');
    await folder.write(NAME, content, null);
    store().deleteFolder();
    expect(await codeOf(folder.read(NAME))).toBe('account-missing');
    await writeVerified(folder, NAME, content);
  });

  it('takes no name that leads elsewhere', async () => {
    for (const name of ['../x', 'a/b', 'A.json', '', '.x', 'a?b', 'a%2fb', 'x'.repeat(101)])
      await expect(folder.read(name)).rejects.toThrow(TypeError);
  });

  it.each([
    [{ kind: 'status', status: 500 }, 'account-down', null],
    [{ kind: 'status', status: 503 }, 'account-down', null],
    [{ kind: 'status', status: 503, headers: { 'retry-after': '7' } }, 'account-throttled', 7],
    [{ kind: 'status', status: 429, headers: { 'retry-after': '120' } }, 'account-throttled', 120],
    [{ kind: 'status', status: 429 }, 'account-throttled', null],
    [{ kind: 'status', status: 507 }, 'account-full', null],
    [{ kind: 'status', status: 401 }, 'account-denied', null],
    [{ kind: 'status', status: 403 }, 'account-denied', null],
    [{ kind: 'status', status: 412 }, 'account-conflict', null],
    [{ kind: 'status', status: 418 }, 'account-malformed', null],
    [{ kind: 'redirect' }, 'account-malformed', null],
    [{ kind: 'hang' }, 'account-timeout', null],
    [{ kind: 'cut' }, 'account-offline', null],
  ] as const)('tells what went wrong: %o is %s', async (fault, code, seconds) => {
    await folder.write(NAME, content, null);
    store().switches.fault = { ...fault, headers: 'headers' in fault ? { ...fault.headers } : {} };
    for (const doing of [
      () => folder.read(NAME),
      () => folder.write('another.json', content, null),
      () => folder.remove(NAME, null),
    ])
      expect(await failure(doing())).toEqual({ code, seconds });
    store().switches.fault = null;
    expect((await folder.read(NAME)).bytes).toEqual(content);
    expect(store().names()).toEqual([NAME]);
  });

  it.each(['huge', 'huge-declared'] as const)('reads no 200 MB: %s', async (fault) => {
    await folder.write(NAME, content, null);
    for (const method of kind === 'microsoft' ? ['GET', 'DOWNLOAD'] : ['GET']) {
      store().counts.sent = 0;
      store().switches.fault = { kind: fault, method };
      expect(await codeOf(folder.read(NAME))).toBe('account-too-big');
      expect(store().counts.sent).toBeLessThan(MOST_SENT);
    }
  });

  it('reads files up to its limit, and none above', async () => {
    const most = new Uint8Array(MAX_ANSWER_BYTES).fill(120);
    await writeVerified(folder, NAME, most);
    await folder.write('above.json', new Uint8Array(MAX_ANSWER_BYTES + 1), null);
    expect(await codeOf(folder.read('above.json'))).toBe('account-too-big');
  });

  it.each(['half', 'flip', 'garbage'] as const)(
    'does not count a file that did not come back as it went: %s',
    async (fault) => {
      const method = fault === 'half' ? 'PUT' : kind === 'microsoft' ? 'DOWNLOAD' : 'GET';
      store().switches.fault = { kind: fault, method };
      expect(await codeOf(writeVerified(folder, NAME, content))).toBe('account-half-done');
    },
  );

  it('does not count a file whose writing was cut off, whether it is there or not', async () => {
    store().switches.fault = { kind: 'lost', method: 'PUT' };
    expect(await codeOf(writeVerified(folder, NAME, content))).toBe('account-offline');
    expect(store().names()).toEqual([NAME]);
  });
});

describe('of Microsoft Graph', () => {
  it('follows a download to the hosts of the build only, and shows them no token', async () => {
    const { folder } = await signIn(servers, 'microsoft');
    await writeVerified(folder, 'other.json', content);
    servers.graph.switches.strangeDownloads = true;
    expect(await codeOf(folder.read('other.json'))).toBe('account-untrusted');
    servers.graph.switches.strangeDownloads = false;
    // The download host of the stand-in answers 401 to any `Authorization`, as Microsoft's documentation has it.
    await expect(folder.read('other.json')).resolves.toBeTruthy();
  });

  it('tells half a file by the size that Graph names, on its way there and back', async () => {
    const { folder } = await signIn(servers, 'microsoft');
    servers.graph.switches.fault = { kind: 'half', method: 'PUT' };
    expect(await codeOf(folder.write('half.json', content, null))).toBe('account-half-done');
    servers.graph.switches.fault = null;
    await writeVerified(folder, 'whole.json', content);
    servers.graph.switches.fault = { kind: 'half', method: 'DOWNLOAD' };
    expect(await codeOf(folder.read('whole.json'))).toBe('account-half-done');
  });

  it('takes no answer that is no item', async () => {
    const { folder } = await signIn(servers, 'microsoft');
    servers.graph.switches.fault = { kind: 'garbage' };
    expect(await codeOf(folder.read('other.json'))).toBe('account-malformed');
    expect(await codeOf(folder.write('new.json', content, null))).toBe('account-malformed');
  });

  it('keeps accounts apart', async () => {
    const ann = await signIn(servers, 'microsoft');
    const bob = await signIn(servers, 'microsoft', 'bob');
    await ann.folder.write('mine.json', content, null);
    expect(await codeOf(bob.folder.read('mine.json'))).toBe('account-missing');
    expect(await codeOf(graphFolder(servers.microsoft, 'stolen', makeHttp()).read('mine.json'))).toBe(
      'account-denied',
    );
  });
});
