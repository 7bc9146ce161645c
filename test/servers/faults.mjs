/** What a store can do wrong, to order. */

/**
 * @typedef {object} Fault
 * @property {'status' | 'hang' | 'cut' | 'huge' | 'huge-declared' | 'garbage' | 'redirect' | 'half' | 'lost' | 'flip'
 *   | 'rollback' | 'swap'} kind
 *   `half` stores half of what is written, or gives half of what is read; `lost` stores it and cuts the connection before it
 *   says so; `flip`, `rollback` and `swap` answer a read with one bit changed, with what was first written, or with
 *   `foreign`.
 * @property {string} [method] on these requests only
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {number} [times] how often; for ever when not given
 * @property {string} [foreign] base 64
 */

/** @typedef {import('./loopback.mjs').Response} Response */

/** The 200 MB of the hostile answer. */
const HUGE_BYTES = 200 * 1024 * 1024;
const CHUNK = Buffer.alloc(65_536, 'x');

/** The fault that is due now, counted down; null for none. @param {{ fault: Fault | null }} switches @param {string} method */
export function takeFault(switches, method) {
  const { fault } = switches;
  if (!fault || (fault.method && fault.method !== method)) return null;
  if (fault.times !== undefined) {
    if (fault.times <= 0) return null;
    fault.times--;
  }
  return fault;
}

/**
 * Answers as the fault says; false where it is one that the store itself has to commit.
 *
 * @param {Fault} fault @param {Response} response @param {{ sent: number }} counts
 */
export async function commitFault(fault, response, counts) {
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status ?? 500, { 'content-type': 'application/json', ...fault.headers });
      response.end('{"error":{"code":"ordered","message":"By order of the test."}}');
      return true;
    case 'hang':
      return true;
    case 'cut':
      response.writeHead(200, { 'content-length': '400' });
      response.write('{"half":');
      setTimeout(() => response.destroy(), 20);
      return true;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' });
      response.end('<html>Welcome to the hotel’s network</html>');
      return true;
    case 'redirect':
      response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' });
      response.end();
      return true;
    case 'huge':
    case 'huge-declared':
      await sendHuge(response, fault.kind === 'huge-declared', counts);
      return true;
    default:
      return false;
  }
}

/** @param {Response} response @param {boolean} declared @param {{ sent: number }} counts */
async function sendHuge(response, declared, counts) {
  response.writeHead(200, { etag: '"1"', ...(declared && { 'content-length': String(HUGE_BYTES) }) });
  for (let sent = 0; sent < HUGE_BYTES && !response.destroyed; sent += CHUNK.length) {
    counts.sent = sent + CHUNK.length;
    if (!response.write(CHUNK))
      await new Promise((resolve) => {
        response.once('drain', resolve);
        response.once('close', resolve);
      });
  }
  response.end();
}

/**
 * What a read gives under that fault.
 *
 * @param {Fault | null} fault @param {Buffer} bytes @param {Buffer[]} written all that ever was, oldest first
 */
export function tampered(fault, bytes, written) {
  if (fault?.kind === 'rollback') return written[0] ?? bytes;
  if (fault?.kind === 'swap') return Buffer.from(fault.foreign ?? '', 'base64');
  if (fault?.kind === 'half') return bytes.subarray(0, bytes.length >> 1);
  if (fault?.kind !== 'flip') return bytes;
  const copy = Buffer.from(bytes);
  const at = Math.floor(copy.length / 2);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
