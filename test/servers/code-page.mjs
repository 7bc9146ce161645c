/** One page with a code field, over HTTPS, whatever host it is asked for: the names of real sites lead to it in tests. */
import { createServer } from 'node:https';
import { selfSigned } from './certificate.mjs';

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Sign in</title>
<h1>Two-step verification</h1>
<form method="post">
  <label for="code">Enter the 6-digit code from your authenticator app</label>
  <input id="code" name="code" autocomplete="one-time-code" inputmode="numeric" maxlength="6">
  <button id="verify">Verify</button>
</form>`;

/** @returns {Promise<{ port: number, close(): Promise<void> }>} */
export async function startCodePage() {
  const server = createServer(selfSigned(), (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(PAGE);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(null));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    port: address.port,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
