/** The browser that this build is for; set by vite.config.ts. */
declare const __TARGET__: 'chrome' | 'firefox';

declare module '*.css';

/** The name of the file that a content script is built to. */
declare module '*?script&iife' {
  const file: string;
  export default file;
}

declare module '*?url' {
  const url: string;
  export default url;
}
/** A domain of ours, for passkeys in Firefox, which knows no passkeys of an extension's own; '' for none. */
declare const __PASSKEY_DOMAIN__: string;
/** Where linked accounts are; null for a build without them. */
declare const __ACCOUNT__: import('./account/config.ts').AccountConfig | null;
