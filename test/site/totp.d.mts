export interface Settings {
  algorithm: 'SHA1' | 'SHA256' | 'SHA512';
  digits: number;
  period: number;
}

export const DEFAULTS: Readonly<Settings>;
export function hotp(secret: Uint8Array, counter: number, settings?: Partial<Settings>): string;
export function stepAt(time: number, period: number): number;
export function totp(secret: Uint8Array, time: number, settings?: Partial<Settings>): string;
export function matchingSteps(secret: Uint8Array, code: string, time: number, settings: Settings): number[];
