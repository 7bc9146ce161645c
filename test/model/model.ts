/**
 * What a user may expect of the vault, as plain rules over a plain state. It knows no key, slot or store, and imports
 * nothing of the product. `act` says what an action answers and what is so afterwards.
 */
import type { Action, Choice, Name, Settings, Shown } from './actions.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const SITTING = 10 * MINUTE;
/** How long to wait after so many wrong PINs in a row; the tenth is the last. */
const WAITS = [0, 0, 0, 0, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 60 * MINUTE];
const LAST = 10;

export const SETTINGS: Settings = {
  autoLockMinutes: 5,
  lockWithScreen: true,
  pinForCodes: false,
  wipeAtTen: false,
};

export interface Account {
  id: number;
  name: Name;
  secret: Name;
}

/** What is on the disk. */
export interface Vault extends Choice {
  born: number;
  generation: number;
  /** The one recovery code that is worth something. */
  code: Name;
  contact: Name | null;
  failures: number;
  failedAt: number;
  /** False from the tenth wrong PIN on: only what goes without a PIN opens. */
  pinLeft: boolean;
  /** The key of this browser's database, and whether the stored PIN is bound to it: it goes where the database goes. */
  device: number;
  pinBound: boolean;
  accounts: Account[];
  backupAt: number | null;
}

/** What is in the browser's memory. */
export interface Memory {
  open: { lockAt: number; keepUntil: number; seenAt: number; failuresBefore: number } | null;
  /** The PIN that serves beside a second secret: in strong mode until the browser closes, in two-step mode until the lock. */
  sessionPin: Name | null;
  sitting: { purpose: 'recover' | 'mode'; until: number; second: Name | null } | null;
  pending: (Choice & { code: Name; renews: boolean; until: number; staysOpen: boolean }) | null;
  deleted: Account | null;
  opened: { accounts: Account[]; until: number } | null;
  made: number | null;
}
const NOTHING: Memory = {
  open: null,
  sessionPin: null,
  sitting: null,
  pending: null,
  deleted: null,
  opened: null,
  made: null,
};

export interface Model {
  now: number;
  vault: Vault | null;
  /** Nothing can be read, and something tells that there was a vault: never a first run. */
  lost: boolean;
  sentinel: boolean;
  memory: Memory;
  settings: Settings;
  /** Backup files, each with the ways to open it. */
  files: { accounts: Account[]; ways: Shown[] }[];
  /** A copy of the database, made by whoever copies profiles. */
  kept: Pick<Vault, 'born' | 'device' | 'failures' | 'failedAt'> | null;
  serial: number;
}

export function newModel(now: number): Model {
  return {
    now,
    vault: null,
    lost: false,
    sentinel: false,
    memory: NOTHING,
    settings: SETTINGS,
    files: [],
    kept: null,
    serial: 0,
  };
}

/** Locking forgets all that is in memory, but for strong mode's PIN, which opens nothing without the PIN. */
function forget(m: Model): void {
  m.memory = { ...NOTHING, sessionPin: m.vault?.mode === 'strong' ? m.memory.sessionPin : null };
}
function erase(m: Model): void {
  Object.assign(m, { vault: null, lost: false, sentinel: false, memory: NOTHING, settings: SETTINGS });
}
function endPin(m: Model, v: Vault): void {
  v.pinLeft = false;
  m.memory.sessionPin = null;
}
const newName = (m: Model, what: string) => `${what} ${++m.serial}`;
const inTime = (now: number, until: number) => now < until && now > until - 2 * SITTING;
const weakness = (name: Name | null) => (name?.startsWith('weak ') ? name.slice('weak '.length) : null);

/** Open still? Its time ends it, a clock turned back, and a sleep. What the user does puts that time off. */
function isOpen(m: Model, acts = false): boolean {
  const { open } = m.memory;
  if (!open) return false;
  const slept = m.settings.lockWithScreen && m.now - open.seenAt > 3 * MINUTE;
  if (m.now >= open.lockAt || m.now < open.seenAt - 5 * SECOND || slept) {
    forget(m);
    return false;
  }
  open.seenAt = Math.max(open.seenAt, m.now);
  if (acts) open.lockAt = Math.max(m.now + m.settings.autoLockMinutes * MINUTE, open.keepUntil);
  return true;
}

/** A clock turned back shortens no wait. */
export function retryAt(v: Pick<Vault, 'failures' | 'failedAt'>, now: number): number | null {
  const wait = WAITS[Math.min(v.failures, LAST - 1)] ?? 0;
  const until = Math.min(v.failedAt, now) + wait;
  return wait > 0 && until > now ? until : null;
}

/** What opens the vault in the usual way now; null where that is gone. */
function usualWay({ vault: v, memory }: Model): Shown | null {
  if (!v) return null;
  if (v.mode === 'strong')
    return memory.sessionPin ? { pin: memory.sessionPin } : { second: v.second as Name };
  if (!v.pinLeft || !v.pinBound) return null;
  return v.mode === 'basic' ? { pin: v.pin } : { pin: v.pin, second: v.second as Name };
}
/** What shows, while it is open, that its user sits there. */
function proof(m: Model): Shown | null {
  return m.vault?.mode === 'basic' ? usualWay(m) : m.memory.sessionPin ? { pin: m.memory.sessionPin } : null;
}
const modeProof = (m: Model) => (m.vault?.mode === 'two-step' ? usualWay(m) : proof(m));

/** What a forgotten PIN is got over with, and what opens a copy of the vault elsewhere. */
function recoveries(v: Vault): Shown[] {
  const { code, contact, pin, pinLeft } = v;
  const second = v.second as Name;
  if (v.mode !== 'two-step')
    return [{ code }, ...(contact ? [{ contact }] : []), ...(v.mode === 'strong' ? [{ second }] : [])];
  return [...(pinLeft ? [{ pin, code }] : []), { second, code }, ...(contact ? [{ second, contact }] : [])];
}

const has = (shown: Shown, way: Shown) => Object.keys(way).every((kind) => kind in shown);
const isRight = (shown: Shown, way: Shown) =>
  Object.entries(way).every(([kind, name]) => shown[kind as keyof Shown] === name);

/** One try. With a PIN in it it counts, before it is looked at; the tenth wrong one in a row ends the PIN. */
function attempt(m: Model, way: Shown | null, shown: Shown): string {
  const v = m.vault;
  if (!v) return 'spent';
  if (v.failures >= LAST) endPin(m, v);
  const counts = shown.pin !== undefined && (!way || 'pin' in way);
  if (!way || (counts && v.failures >= LAST)) return 'spent';
  if (!has(shown, way)) return 'incomplete';
  if (counts && retryAt(v, m.now) !== null) {
    v.failedAt = Math.min(v.failedAt, m.now);
    return 'wait';
  }
  if (isRight(shown, way)) {
    if (counts) Object.assign(v, { failures: 0, failedAt: 0 });
    m.sentinel = true;
    return 'ok';
  }
  if (counts) Object.assign(v, { failures: v.failures + 1, failedAt: m.now });
  if (counts && v.failures >= LAST) {
    endPin(m, v);
    if (m.settings.wipeAtTen) erase(m);
    else m.memory = NOTHING;
  }
  // Which of two was wrong cannot be told.
  return way.pin === undefined ? 'wrong-second' : Object.keys(way).length > 1 ? 'wrong-pair' : 'wrong-pin';
}

function open(m: Model, failuresBefore: number): void {
  const lockAt = m.now + m.settings.autoLockMinutes * MINUTE;
  m.memory.open = { lockAt, keepUntil: 0, seenAt: m.now, failuresBefore };
}

function unlock(m: Model, shown: Shown): string {
  const before = m.vault?.failures ?? 0;
  // After ten wrong ones a new PIN has to be set first.
  if (before >= LAST) return 'spent';
  const answer = attempt(m, usualWay(m), shown);
  if (answer !== 'ok' || !m.vault) return answer;
  open(m, before);
  if (m.vault.mode === 'two-step') m.memory.sessionPin = m.vault.pin;
  if (m.vault.mode === 'strong') m.memory.sessionPin ??= m.vault.pin;
  return 'ok';
}

/** In the middle of another mode the vault does not lock by time. */
function keepOpen(m: Model, until: number): void {
  const { open } = m.memory;
  if (open) Object.assign(open, { keepUntil: until, lockAt: Math.max(open.lockAt, until) });
}

function renew(m: Model, purpose: 'recover' | 'mode', shown: Shown): string {
  if (purpose === 'mode' && !isOpen(m, true)) return 'locked';
  let way = modeProof(m);
  if (purpose === 'recover') {
    if (shown.code === 'typo' || shown.contact === 'typo') return 'bad-code';
    way = (m.vault ? recoveries(m.vault) : []).find((each) => has(shown, each)) ?? null;
    if (!way) return 'incomplete';
  }
  // A PIN that is not asked for is not tried.
  const asked = way;
  const tried = Object.fromEntries(
    Object.entries(shown).filter(([kind]) => purpose === 'mode' || (asked && kind in asked)),
  );
  const answer = attempt(m, way, tried);
  if (answer !== 'ok' || !m.vault)
    return purpose === 'recover' && answer === 'wrong-second' && !('second' in shown)
      ? 'other-vault'
      : answer;
  // Nothing of an open vault is part of a recovery.
  if (purpose === 'recover') forget(m);
  const second = way && 'second' in way ? m.vault.second : null;
  m.memory.sitting = { purpose, until: m.now + SITTING, second };
  if (purpose === 'mode') keepOpen(m, m.now + SITTING);
  return 'ok';
}

function choose(m: Model, { pin, mode: wanted, second }: Choice): string {
  const { sitting } = m.memory;
  if (!m.vault || !sitting || !inTime(m.now, sitting.until)) {
    m.memory.sitting = null;
    return 'no-renewal';
  }
  if (sitting.purpose === 'mode' && !isOpen(m, true)) return 'no-renewal';
  const weak = weakness(pin);
  if (weak) return weak;
  // A recovery sets a new PIN and leaves the mode.
  const mode = sitting.purpose === 'recover' ? m.vault.mode : wanted;
  const next = mode === 'basic' ? null : (second ?? sitting.second);
  if (mode !== 'basic' && !next) return 'no-second';
  if (weakness(next)) return weakness(next) as string;
  const { until, purpose } = sitting;
  const code = newName(m, 'code');
  m.memory.pending = { pin, mode, second: next, code, renews: true, until, staysOpen: purpose === 'mode' };
  m.memory.sitting = null;
  if (purpose === 'mode') keepOpen(m, until);
  return 'ok';
}

function setUp(m: Model, { pin, mode, second }: Choice): string {
  if (weakness(pin)) return weakness(pin) as string;
  if (mode !== 'basic' && !second) return 'no-second';
  if (m.vault || (m.lost && !m.memory.opened)) return 'vault-exists';
  if (mode !== 'basic' && weakness(second)) return weakness(second) as string;
  const chosen = { pin, mode, second: mode === 'basic' ? null : second };
  const code = newName(m, 'code');
  m.memory.pending = { ...chosen, code, renews: false, until: Number.POSITIVE_INFINITY, staysOpen: true };
  return 'ok';
}

/** Nothing of a new vault or generation counts before its recovery code was confirmed; then nothing of the old one does. */
function confirm(m: Model, right: boolean): string {
  pendingNow(m);
  const { pending, opened } = m.memory;
  if (!pending || (pending.renews && pending.staysOpen && !isOpen(m, true))) return 'no-setup';
  if (!right) return 'wrong-group';
  const { pin, mode, second, code } = pending;
  const before = pending.renews && m.vault;
  const fresh = {
    contact: null,
    failures: 0,
    failedAt: 0,
    pinLeft: true,
    pinBound: true,
    device: ++m.serial,
  };
  const kept = before || { born: ++m.serial, generation: 0, accounts: [], backupAt: null };
  m.vault = { ...kept, pin, mode, second, code, ...fresh, generation: kept.generation + 1 };
  Object.assign(m, { lost: false, sentinel: true, memory: { ...NOTHING, opened } });
  if (!pending.staysOpen) return 'ok';
  open(m, 0);
  if (mode !== 'basic') m.memory.sessionPin = pin;
  return 'ok';
}

function pendingNow(m: Model): void {
  const { pending } = m.memory;
  if (pending?.renews && !inTime(m.now, pending.until)) m.memory.pending = null;
}

function setting(m: Model, change: Partial<Settings>, shown: Shown): string {
  const { lockWithScreen, pinForCodes, wipeAtTen, autoLockMinutes } = m.settings;
  const off =
    (change.autoLockMinutes ?? 0) > autoLockMinutes ||
    (lockWithScreen && change.lockWithScreen === false) ||
    (pinForCodes && change.pinForCodes === false);
  // Less protection, or an end of everything, is for who knows the PIN.
  if (off || (change.wipeAtTen ?? wipeAtTen) !== wipeAtTen) {
    if (!isOpen(m, true)) return 'locked';
    if (shown.pin === undefined) return 'needs-pin';
    const answer = attempt(m, proof(m), shown);
    if (answer !== 'ok') return answer;
  }
  m.settings = { ...m.settings, ...change };
  return 'ok';
}

/** Adds what is not here by its secret; twice the same is once. */
function merge(m: Model, v: Vault): string {
  const { opened } = m.memory;
  m.memory.opened = null;
  if (!opened || !inTime(m.now, opened.until)) return 'no-restore';
  const before = v.accounts.length;
  for (const account of opened.accounts) {
    if (v.accounts.some(({ secret }) => secret === account.secret)) continue;
    v.accounts.push(
      v.accounts.some(({ id }) => id === account.id) ? { ...account, id: ++m.serial } : account,
    );
  }
  return `ok ${v.accounts.length - before}`;
}

function openBackup(m: Model, file: number, shown: Shown): string {
  if (shown.code === 'typo') return 'bad-code';
  const { accounts = [], ways = [] } = m.files[file] ?? {};
  if (!ways.some((way) => isRight(shown, way))) return shown.code ? 'other-code' : 'wrong-passphrase';
  m.memory.opened = { accounts: [...accounts], until: m.now + SITTING };
  isOpen(m);
  return 'ok';
}

/** What only an open vault does; the user is there. */
function inside(m: Model, v: Vault, action: Action): string {
  switch (action.do) {
    case 'add': {
      const { name, secret } = action;
      if (v.accounts.some((account) => account.secret === secret)) return 'duplicate';
      v.accounts.push({ id: ++m.serial, name, secret });
      return 'ok';
    }
    case 'edit':
      v.accounts = v.accounts.map((each, i) =>
        i === action.account ? { ...each, name: action.name } : each,
      );
      return 'ok';
    case 'delete':
      [m.memory.deleted = null] = v.accounts.splice(action.account, 1);
      return 'ok';
    case 'undo': {
      const { deleted } = m.memory;
      if (!deleted) return 'nothing-to-undo';
      v.accounts = [...v.accounts.filter(({ id }) => id !== deleted.id), deleted];
      m.memory.deleted = null;
      return 'ok';
    }
    case 'show secret':
      return attempt(m, proof(m), action.shown);
    case 'change PIN': {
      if (weakness(action.next)) return weakness(action.next) as string;
      const answer = attempt(m, modeProof(m), action.shown);
      if (answer !== 'ok') return answer;
      v.pin = action.next;
      if (m.memory.sessionPin) m.memory.sessionPin = action.next;
      return 'ok';
    }
    case 'make contact': {
      const answer = attempt(m, modeProof(m), action.shown);
      if (answer === 'ok') v.contact = newName(m, 'contact');
      return answer;
    }
    case 'remove contact': {
      const answer = attempt(m, proof(m), action.shown);
      if (answer === 'ok') v.contact = null;
      return answer;
    }
    case 'back up': {
      const answer = attempt(m, proof(m), action.shown);
      if (answer !== 'ok') return answer;
      if (weakness(action.second)) return weakness(action.second) as string;
      // Two-step means two for a file as well.
      const pin = v.mode === 'two-step' ? { pin: action.shown.pin as Name } : {};
      const way = action.second ? { ...pin, second: action.second } : { ...pin, code: v.code };
      m.memory.made = m.files.push({ accounts: [...v.accounts], ways: [way] }) - 1;
      return `ok ${v.accounts.length}`;
    }
    case 'check backup':
      if (m.memory.made === null) return 'no-backup';
      if (m.memory.made !== action.file) return 'other-file';
      v.backupAt = m.now;
      m.memory.made = null;
      return `ok ${m.files[action.file]?.accounts.length}`;
    case 'merge':
      return merge(m, v);
    default:
      throw new Error(`${action.do} is nothing to be done inside`);
  }
}

/** The database is gone, and the key in it; all else is healed from the second copy, and a new key made. */
function loseDatabase(m: Model, v: Vault): void {
  Object.assign(v, { device: ++m.serial, pinBound: false });
  m.memory.sessionPin = null;
  m.kept = null;
}

function lose(m: Model, what: (Action & { do: 'lose' })['what']): void {
  if (what === 'local') Object.assign(m, { settings: SETTINGS, sentinel: false });
  if (what === 'database' && m.vault) loseDatabase(m, m.vault);
  if (what === 'both') erase(m);
  if (what !== 'database and a piece of the copy') return;
  m.memory = NOTHING;
  m.lost = m.vault !== null ? m.sentinel : m.lost;
  m.vault = null;
}

/** A worker that starts mends what stands beside the vault. */
function wake(m: Model): void {
  if (m.vault) m.sentinel = true;
}

/** An older database is brought up from the second copy. Of two counts of wrong PINs the higher one holds. */
function putBack(m: Model, v: Vault): void {
  if (!m.kept) return;
  const { failures, failedAt, device } = m.kept;
  if (failures > v.failures || (failures === v.failures && failedAt > v.failedAt))
    Object.assign(v, { failures, failedAt });
  if (device === v.device) return;
  loseDatabase(m, v);
  v.device = device;
}

/** Whether an action makes sense; one that does not is left out of the sequence. */
export function isPossible({ vault, files, kept, lost }: Model, action: Action): boolean {
  if (action.do === 'edit' || action.do === 'delete' || action.do === 'show secret')
    return action.account < (vault?.accounts.length ?? 0);
  if (action.do === 'open backup' || action.do === 'check backup') return action.file < files.length;
  if (action.do === 'keep database') return vault !== null;
  if (action.do === 'put database back') return vault !== null && kept?.born === vault.born;
  return action.do !== 'lose' || !lost;
}

/** What `action` answers ('ok', or why not), and how things stand after it. */
export function act(before: Model, action: Action): { answer: string; after: Model } {
  const m = structuredClone(before);
  return { answer: perform(m, action), after: m };
}

function perform(m: Model, action: Action): string {
  const v = m.vault;
  switch (action.do) {
    case 'set up':
      return setUp(m, action);
    case 'confirm':
      return confirm(m, action.right);
    case 'cancel':
      Object.assign(m.memory, { pending: null, sitting: null });
      return 'ok';
    case 'unlock':
      return unlock(m, action.shown);
    case 'renew':
      return renew(m, action.purpose, action.shown);
    case 'choose':
      return choose(m, action);
    case 'lock':
      forget(m);
      return 'ok';
    case 'setting':
      return setting(m, action.change, action.shown);
    case 'copy':
      if (!v) return 'nothing-to-save';
      m.files.push({ accounts: [...v.accounts], ways: recoveries(v).filter((way) => !('contact' in way)) });
      return 'ok';
    case 'open backup':
      return openBackup(m, action.file, action.shown);
    case 'start over':
      if (!action.right) return 'wrong-word';
      erase(m);
      return 'ok';
    case 'kill':
      wake(m);
      return 'ok';
    case 'restart':
      m.memory = NOTHING;
      wake(m);
      return 'ok';
    case 'time passes':
      m.now += action.ms;
      if (action.awake && m.memory.open) m.memory.open.seenAt = m.now;
      isOpen(m);
      return 'ok';
    case 'lose':
      lose(m, action.what);
      wake(m);
      return 'ok';
    case 'keep database':
      if (v) m.kept = { born: v.born, device: v.device, failures: v.failures, failedAt: v.failedAt };
      return 'ok';
    case 'put database back':
      if (v) putBack(m, v);
      wake(m);
      return 'ok';
    default:
      return v && isOpen(m, true) ? inside(m, v, action) : 'locked';
  }
}

/** How it shows. Looking ends what has had its time. */
export function view(m: Model): Record<string, unknown> {
  pendingNow(m);
  const { pending } = m.memory;
  const number = (m.vault?.generation ?? 0) + 1;
  if (pending) return { state: 'setup', renews: pending.renews, number };
  const { sitting } = m.memory;
  if (sitting && !inTime(m.now, sitting.until)) m.memory.sitting = null;
  if (m.lost) return { state: 'damaged', code: 'vault-missing', copy: null };
  if (!m.vault) return { state: 'none' };
  if (m.memory.sitting && sitting)
    return {
      state: 'renewing',
      renewal: { purpose: sitting.purpose, until: sitting.until, secondShown: sitting.second !== null },
      lock: lockView(m, m.vault),
    };
  if (!isOpen(m)) return { state: 'locked', lock: lockView(m, m.vault) };
  const { mode, backupAt } = m.vault;
  const backupDays =
    backupAt === null ? null : Math.max(0, Math.floor((m.now - backupAt) / (24 * 60 * MINUTE)));
  const { lockAt, failuresBefore } = m.memory.open ?? {};
  return { state: 'unlocked', mode, locksAt: lockAt, failuresBefore, backupDays };
}

function lockView(m: Model, v: Vault): Record<string, unknown> {
  const way = usualWay(m);
  const { failures } = v;
  const left = way ? { kind: 'open', failures, retryAt: retryAt(v, m.now) } : { kind: 'lost' };
  const asks = v.mode === 'two-step' ? 'pin-and-second' : way && 'second' in way ? 'second' : 'pin';
  return {
    mode: v.mode,
    pin: failures >= LAST ? { kind: 'spent', failures } : left,
    asks,
    second: v.second && 'passphrase',
    contact: v.contact !== null,
    recoveryNumber: v.generation,
  };
}

/** What each key slot that is stored takes, by the mode (docs/vault-format.md). */
export function slotsOf({ mode, pinLeft, pinBound, contact }: Vault): string[] {
  const usual = pinLeft && pinBound;
  if (mode === 'basic')
    return [...(usual ? ['pin+device'] : []), 'recovery', ...(contact ? ['contact'] : [])];
  if (mode === 'strong') return ['passphrase', 'recovery', ...(contact ? ['contact'] : [])];
  return [
    ...(usual ? ['pin+device+passphrase'] : []),
    ...(pinLeft ? ['pin+recovery'] : []),
    'passphrase+recovery',
    ...(contact ? ['passphrase+contact'] : []),
  ];
}
