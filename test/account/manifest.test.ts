import { expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { parseAccountConfig } from '../../src/account/config.ts';
import { withAccount } from '../../src/account/manifest.ts';

const config = parseAccountConfig({
  kind: 'microsoft',
  clientId: 'a7d3b0c2-5b1f-4d3e-9a53-6f6f2f3c7e10',
  authority: 'https://login.example.com/consumers/v2.0',
  graph: 'https://graph.example.com/v1.0',
  downloads: ['https://*.files.example.net'],
});

it('stays as it is in a build without linked accounts', () => {
  expect(withAccount(manifest, null)).toBe(manifest);
});

it('connects to exactly the configured hosts, and asks for them when they are needed', () => {
  const made = withAccount(manifest, config) as typeof manifest & { optional_host_permissions: string[] };
  const policy = made.content_security_policy.extension_pages.split('; ');
  expect(policy).toContain(
    "connect-src 'self' https://login.example.com https://graph.example.com https://*.files.example.net",
  );
  expect(made.optional_host_permissions).toEqual([
    'https://login.example.com/*',
    'https://graph.example.com/*',
    'https://*.files.example.net/*',
  ]);
  expect(policy.filter((part) => !part.startsWith('connect-src'))).toEqual(
    manifest.content_security_policy.extension_pages
      .split('; ')
      .filter((part) => part !== "connect-src 'self'"),
  );
});

it('may open a sign-in window, and has Firefox say what is sent', () => {
  const made = withAccount(manifest, config);
  expect(made.permissions.filter((permission) => !manifest.permissions.includes(permission))).toEqual([
    'identity',
  ]);
  expect(made.host_permissions).toEqual(manifest.host_permissions);
  expect(made.browser_specific_settings.gecko.data_collection_permissions).toEqual({
    required: ['none'],
    optional: ['authenticationInfo'],
  });
});
