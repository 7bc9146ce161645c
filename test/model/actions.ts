/** What can be done to a vault, and by what it is known; plain data, by names. The texts behind the names are the driver's. */
export type Mode = 'basic' | 'strong' | 'two-step';
/** A PIN, passphrase or written code by its name. Two that are named alike are the same. */
export type Name = string;
/** What is shown to open something: `code` and `contact` by their names too, or `typo`. */
export interface Shown {
  pin?: Name;
  second?: Name;
  code?: Name;
  contact?: Name;
}
export interface Choice {
  pin: Name;
  mode: Mode;
  second: Name | null;
}
export interface Settings {
  autoLockMinutes: number;
  lockWithScreen: boolean;
  pinForCodes: boolean;
  wipeAtTen: boolean;
}

export type Action =
  | ({ do: 'set up' } & Choice)
  | { do: 'confirm'; right: boolean }
  | { do: 'cancel' }
  | { do: 'unlock'; shown: Shown }
  | { do: 'change PIN'; shown: Shown; next: Name }
  | { do: 'renew'; purpose: 'recover' | 'mode'; shown: Shown }
  | ({ do: 'choose' } & Choice)
  | { do: 'lock' }
  | { do: 'add'; name: Name; secret: Name }
  | { do: 'edit'; account: number; name: Name }
  | { do: 'delete'; account: number }
  | { do: 'undo' }
  | { do: 'show secret'; account: number; shown: Shown }
  | { do: 'setting'; change: Partial<Settings>; shown: Shown }
  | { do: 'make contact'; shown: Shown }
  | { do: 'remove contact'; shown: Shown }
  /** `second` null: under the recovery code. */
  | { do: 'back up'; shown: Shown; second: Name | null }
  | { do: 'check backup'; file: number }
  | { do: 'copy' }
  | { do: 'open backup'; file: number; shown: Shown }
  | { do: 'merge' }
  | { do: 'start over'; right: boolean }
  | { do: 'kill' }
  | { do: 'restart' }
  /** `awake`: the browser runs meanwhile and looks at its vault. */
  | { do: 'time passes'; ms: number; awake: boolean }
  | { do: 'lose'; what: 'database' | 'local' | 'both' | 'database and a piece of the copy' }
  | { do: 'keep database' }
  | { do: 'put database back' };
