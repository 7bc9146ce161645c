import type { AccountConfig } from './config.ts';

/** Every origin that this build may speak to, in the form of a content security policy's sources. */
export function accountOrigins(config: AccountConfig): string[] {
  const folders =
    config.kind === 'microsoft'
      ? [new URL(config.graph).origin, ...config.downloads]
      : [new URL(config.folder).origin];
  return [...new Set([new URL(config.authority).origin, ...folders])];
}

/** The same as match patterns, to ask the browser for. They name no port: Firefox knows none in them. */
export function accountHosts(config: AccountConfig): string[] {
  return [...new Set(accountOrigins(config).map((origin) => `${origin.replace(/:\d+$/, '')}/*`))];
}

/** Whether `url` lies on one of these origins, of which the first label may be `*`. */
export function isOnOrigin(url: URL, origins: readonly string[]): boolean {
  return origins.some((origin) => {
    if (!origin.includes('*.')) return url.origin === origin;
    const [scheme = '', rest = ''] = origin.split('*');
    return (
      url.origin.startsWith(scheme) &&
      url.origin.endsWith(rest) &&
      url.origin.length > scheme.length + rest.length
    );
  });
}
