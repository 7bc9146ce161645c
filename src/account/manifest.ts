import type { AccountConfig } from './config.ts';
import { accountHosts, accountOrigins } from './hosts.ts';

interface Manifest {
  permissions: string[];
  content_security_policy: { extension_pages: string };
  browser_specific_settings?: { gecko: { data_collection_permissions: { required: string[] } } };
}

/**
 * The manifest of a build with linked accounts: it may open a sign-in window, connects to exactly the configured hosts, and
 * asks for them when one links an account. Without a configuration it stays as it is.
 */
export function withAccount<M extends Manifest>(manifest: M, config: AccountConfig | null): M {
  if (!config) return manifest;
  const { extension_pages } = manifest.content_security_policy;
  const connect = `connect-src ${["'self'", ...accountOrigins(config)].join(' ')}`;
  const gecko = manifest.browser_specific_settings?.gecko;
  return {
    ...manifest,
    permissions: [...manifest.permissions, 'identity'].sort(),
    optional_host_permissions: accountHosts(config),
    content_security_policy: { extension_pages: extension_pages.replace("connect-src 'self'", connect) },
    // Half of a key goes to the account, which Firefox has the user agree to.
    ...(gecko && {
      browser_specific_settings: {
        gecko: {
          ...gecko,
          data_collection_permissions: {
            ...gecko.data_collection_permissions,
            optional: ['authenticationInfo'],
          },
        },
      },
    }),
  };
}
