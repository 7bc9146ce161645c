import type { Settings } from './totp.mjs';

export interface Counts {
  accepted: number;
  /** Wrong codes. */
  refused: number;
  /** Codes that were right, but used already. */
  replays: number;
  /** Codes not looked at, because too many wrong ones came before. */
  limited: number;
}

export interface Received {
  user: string;
  /** The design that showed the frame: `cross` or `sandboxed`. */
  frame: string;
  value: string;
}

export interface DemoSite {
  url: string;
  crossUrl: string;
  port: number;
  stats(): { users: Record<string, Counts>; crossReceived: Received[] };
  /** `secret` and `uri` are empty when two-step verification is off. */
  addUser(
    name: string,
    options?: { password?: string; twoStep?: boolean } & Partial<Settings>,
  ): { name: string; password: string; secret: string; uri: string };
  close(): Promise<void>;
}

export function startSite(options?: { port?: number; host?: string; now?: () => number }): Promise<DemoSite>;
