import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { servePages } from './bench/serve-pages.mjs';
import { launch } from './test/e2e/driver/index.mjs';
import { setTimeout as sleep } from 'node:timers/promises';
const kind = process.argv[2] ?? 'code';
const driver = await launch({ browser: 'chrome', args: ['--remote-debugging-pipe', '--remote-debugging-port=0'] });
await driver.createVault('483916');
const dbg = (() => { const [port, where] = readFileSync(driver.profile + '/DevToolsActivePort','utf8').split('\n'); return 'ws://127.0.0.1:' + port + where; })();
const site = await servePages();
const browser = await puppeteer.connect({ browserWSEndpoint: dbg, defaultViewport: null });
const total = new Map();
let N = 5;
for (let i = 0; i < N; i++) {
  const page = await browser.newPage();
  const s = await page.createCDPSession();
  await s.send('Profiler.enable'); await s.send('Profiler.setSamplingInterval', { interval: 50 });

  await page.goto(site.url + '/' + kind, { waitUntil: 'load' });
  await sleep(2000); await s.send('Profiler.start'); await page.evaluate(() => window.burst()); await sleep(2000);
  const { profile } = await s.send('Profiler.stop');
  const by = new Map(profile.nodes.map((n) => [n.id, n]));
  profile.samples.forEach((id, at) => {
    const f = by.get(id).callFrame; 
    if (f.functionName === '(idle)' ) return;
    const k = `${f.functionName || '(anon)'} ${f.url.split('/').pop()}:${f.lineNumber}:${f.columnNumber}`;
    total.set(k, (total.get(k) ?? 0) + profile.timeDeltas[at] / 1000 / N);
  });
  await page.close();
}
console.log([...total].sort((a, b) => b[1] - a[1]).slice(0, 40).map(([k, v]) => v.toFixed(2) + ' ' + k).join('\n'));
await driver.close(); await site.close(); process.exit(0);
