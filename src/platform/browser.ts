/** The only importer of the polyfill. */

export type { Permissions, Runtime, Tabs } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
