import type { AccountConfig } from './config.ts';

/** This build's configuration; null where it has none, and linked accounts are off. */
export const accountConfig: AccountConfig | null = __ACCOUNT__;
