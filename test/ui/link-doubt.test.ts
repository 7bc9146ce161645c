import { expect, it } from 'vitest';
import type { Site } from '../../src/core/account.ts';
import { linkDoubt } from '../../src/ui/link-doubt.ts';

it.each([
  ['', [], 'github.com', null],
  ['GitHub', [], 'github.com', null],
  ['Git Hub', [], 'github.com', null],
  ['GitHub', [], 'githud.com', 'other-name'],
  ['Bol', [], 'bank.example', 'other-name'],
  ['GitHub', ['github.com'], 'github-login.com', 'other-sites'],
])('an account of %j on %j, linked to %s: %s', (issuer, sites, site, doubt) => {
  expect(linkDoubt({ issuer, sites: sites as Site[] }, site as Site)).toBe(doubt);
});
