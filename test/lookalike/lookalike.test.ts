import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readOwnTable } from '../../scripts/sites/compact.mjs';
import { hostPartsOf } from '../../src/background/host-parts.ts';
import { guardFor } from '../../src/core/guard.ts';
import { domainOf } from '../../src/core/host-parts.ts';
import { lookalikeOf } from '../../src/core/lookalike.ts';
import { scoreGuard } from './score.mjs';

describe('on vaults of our own table', () => {
  const { services } = readOwnTable();
  const { wrong, caught } = scoreGuard({ domainOf, guardFor, hostPartsOf, lookalikeOf }, services, [], {
    draws: 5,
    vault: 50,
    seed: 5,
    each: 12,
  });

  it.each(Object.entries(caught))('catches 95 in 100 of %s', (_, { made, warned }) => {
    expect(made).toBeGreaterThan(100);
    expect(warned / made).toBeGreaterThanOrEqual(0.95);
  });

  it('warns wrongly of 1 in 100 at most, knowing the other domains of the services', () => {
    const { visited, warned } = wrong['own services'] ?? { visited: 0, warned: 0 };
    expect(visited).toBeGreaterThan(1000);
    expect(warned / visited).toBeLessThanOrEqual(0.01);
    expect(wrong.nothing?.warned).toBeGreaterThan(warned);
  });
});

describe('npm run lookalike', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tweestap-lookalike-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const put = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/lookalike.mjs', ...args], { encoding: 'utf8' });

  it('reads a list or lines and prints what is warned of', () => {
    const vault = put('vault.txt', 'paypal.com\n\nhttps://www.microsoft.com/x\r\n');
    const visit = put(
      'visit.json',
      '["paypa1.com", "microsoftonline.com", "github.com", "Рaypal.com", "192.0.2.1"]',
    );
    const { stdout, status } = run('--vault', vault, '--visit', visit, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      vault: 2,
      visited: 5,
      warned: 2,
      unreadable: 1,
      families: { homoglyph: 2 },
      warnings: [
        { domain: 'paypa1.com', resembles: 'paypal.com', family: 'homoglyph' },
        { domain: 'Рaypal.com', resembles: 'paypal.com', family: 'homoglyph' },
      ],
      unreadableDomains: ['192.0.2.1'],
    });
  });

  it('says how it is used', () => {
    expect(run('--vault', 'x').status).toBe(2);
  });
});
