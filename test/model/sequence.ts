/** One sequence: each action is done in the browser and by the model, and what comes of it is compared. */
import { isDeepStrictEqual } from 'node:util';
import type { RecoveryQuestion } from '../../src/messages/views.ts';
import type { Action, Name, Shown } from './actions.ts';
import { type Account, act, isPossible, type Model, newModel, slotsOf, view } from './model.ts';
import { ISSUER, passphraseText, pinText, secretText } from './texts.ts';
import type { Facts, Reply, World } from './world.ts';

/** What the model and the browser disagree about. */
export class Disagreement extends Error {}

/** Texts that the browser made, and what it wrote. */
interface Known {
  codes: Map<Name, string>;
  files: string[];
}

type Value = Record<string, never> & { code?: unknown };
type Open = NonNullable<Model['memory']['open']>;
type Told = { ok: true; value: unknown } | { ok: false; error: unknown } | null;

/** One word for an answer: 'ok', why not, or 'failed: …' for a failure of the surroundings. */
function wordOf(reply: Reply): string {
  if ('failed' in reply) return `failed: ${reply.failed}`;
  const told = reply.reply as Told;
  if (told === null || typeof told !== 'object' || told.ok) return 'ok';
  const { error } = told;
  return typeof error === 'string' ? error : String((error as Value).code);
}

function grantedIn<T>(reply: Reply): T | null {
  const told = 'reply' in reply ? (reply.reply as Told) : null;
  return told?.ok ? (told.value as T) : null;
}

/** A code with one character changed. */
const misspelt = (code: string) => `${code.slice(0, 12)}${code[12] === '7' ? '8' : '7'}${code.slice(13)}`;

export class Sequence {
  model: Model;
  readonly world: World;
  /** A code with a right checksum that opens nothing here. */
  readonly foreign: { code: string; contact: string };
  readonly known: Known = { codes: new Map(), files: [] };
  /** After a healing or a broken-off action an older database may stand there until the next worker looks. */
  untidy = false;
  /** After a full disk the second copy may be behind, until the next worker looks. */
  behind = false;
  /** A session's PIN of the generation before may still be in memory, and opens nothing. */
  stray = false;
  readonly #exact: boolean;

  private constructor(
    world: World,
    now: number,
    options: { exact: boolean; foreign: { code: string; contact: string } },
  ) {
    this.world = world;
    this.model = newModel(now);
    this.foreign = options.foreign;
    this.#exact = options.exact;
  }

  /** `exact`: the clock stands still during an action. */
  static async begin(world: World, options: { exact: boolean; foreign: { code: string; contact: string } }) {
    return new Sequence(world, await world.now(), options);
  }

  #written(name: Name | undefined, of: 'code' | 'contact'): string | undefined {
    if (name === undefined) return undefined;
    if (name === 'typo') return misspelt(this.foreign[of]);
    return this.known.codes.get(name) ?? this.foreign[of];
  }

  #proofs({ pin, second, code, contact }: Shown) {
    const recoveryCode = this.#written(code, 'code');
    const text = this.#written(contact, 'contact');
    return {
      ...(pin !== undefined && { pin: pinText(pin) }),
      ...(second !== undefined && { second: { kind: 'passphrase', passphrase: passphraseText(second) } }),
      ...(recoveryCode !== undefined && { recoveryCode }),
      ...(text !== undefined && { contact: text }),
    };
  }

  async #idOf(account: Account | undefined): Promise<string> {
    const list = grantedIn<{ accounts: { id: string; name: string }[] }>(await this.world.ask('accounts'));
    return list?.accounts.find(({ name }) => name === account?.name)?.id ?? 'none';
  }

  /** Does it in the browser. `after` is what the model makes of it: the names of what the browser will make. */
  async #perform(action: Action, after: Model): Promise<string> {
    const { world, known, model } = this;
    const ask = async (name: string, data?: unknown) => wordOf(await world.ask(name, data));
    const question = async (name: string, { pin, mode, second }: Action & { do: 'set up' | 'choose' }) => {
      const kind = 'passphrase';
      const chosen = second && { kind, passphrase: passphraseText(second) };
      const reply = await world.ask(name, { pin: pinText(pin), mode, second: chosen });
      const asked = grantedIn<RecoveryQuestion>(reply);
      const { pending } = after.memory;
      if (asked && pending) known.codes.set(pending.code, asked.recoveryCode);
      return wordOf(reply);
    };
    switch (action.do) {
      case 'set up':
        return question('setupBegin', action);
      case 'choose':
        return question('renewalChoose', action as Action & { do: 'choose' } as never);
      case 'confirm': {
        const status = await world.ask('status');
        const { recoveryCode = '', askGroups = [] } =
          'reply' in status ? (status.reply as Partial<RecoveryQuestion>) : {};
        if (model.memory.pending) known.codes.set(model.memory.pending.code, recoveryCode);
        const groups = askGroups.map((n) => recoveryCode.slice((n - 1) * 5, n * 5));
        return ask('setupConfirm', { groups: action.right ? groups : [...groups].reverse() });
      }
      case 'cancel':
        return ask('setupCancel');
      case 'unlock':
        return ask('unlock', this.#proofs(action.shown));
      case 'change PIN':
        return ask('changePin', { ...this.#proofs(action.shown), next: pinText(action.next) });
      case 'renew':
        return ask('renewalBegin', { purpose: action.purpose, proofs: this.#proofs(action.shown) });
      case 'lock':
        return ask('lock');
      case 'add': {
        const { name, secret } = action;
        const uri = `otpauth://totp/${encodeURIComponent(`${ISSUER}:${name}`)}?secret=${secretText(secret)}&issuer=${encodeURIComponent(ISSUER)}`;
        const reply = await world.ask('draftFromUri', { uri, from: 'uri' });
        const drafted = grantedIn<{ draft: { id: string } }>(reply);
        if (!drafted) return wordOf(reply);
        return ask('saveDraft', { id: drafted.draft.id, issuer: ISSUER, name, site: null });
      }
      case 'edit': {
        const id = await this.#idOf(model.vault?.accounts[action.account]);
        return ask('editAccount', { id, issuer: ISSUER, name: action.name, sites: [] });
      }
      case 'delete':
        return ask('deleteAccount', { id: await this.#idOf(model.vault?.accounts[action.account]) });
      case 'undo':
        return ask('undoDelete');
      case 'show secret': {
        const account = model.vault?.accounts[action.account];
        const id = await this.#idOf(account);
        const reply = await world.ask('showSecret', { id, ...this.#proofs(action.shown) });
        const shown = grantedIn<{ secret: string }>(reply);
        if (shown && account && shown.secret !== secretText(account.secret)) return 'another secret';
        return wordOf(reply);
      }
      case 'setting':
        return ask('changeSettings', { ...action.change, ...this.#proofs(action.shown) });
      case 'make contact': {
        const reply = await world.ask('contactMake', this.#proofs(action.shown));
        const made = grantedIn<{ text: string }>(reply);
        if (made && after.vault?.contact) known.codes.set(after.vault.contact, made.text);
        return wordOf(reply);
      }
      case 'remove contact':
        return ask('contactRemove', this.#proofs(action.shown));
      case 'back up': {
        const secret = action.second
          ? { kind: 'passphrase', passphrase: passphraseText(action.second) }
          : { kind: 'recovery-code' };
        const reply = await world.ask('backupMake', { ...this.#proofs(action.shown), secret });
        const made = grantedIn<{ file: string; accounts: number }>(reply);
        if (!made) return wordOf(reply);
        known.files.push(made.file);
        return `ok ${made.accounts}`;
      }
      case 'check backup': {
        const reply = await world.ask('backupCheck', { file: known.files[action.file] });
        const checked = grantedIn<{ accounts: number }>(reply);
        return checked ? `ok ${checked.accounts}` : wordOf(reply);
      }
      case 'copy': {
        const reply = await world.ask('sealedCopy');
        const made = grantedIn<{ file: string }>(reply);
        if (made) known.files.push(made.file);
        return wordOf(reply);
      }
      case 'open backup': {
        const { pin, second, code } = action.shown;
        return ask('restoreOpen', {
          file: known.files[action.file],
          ...(pin !== undefined && { pin: pinText(pin) }),
          ...(second !== undefined && { second: { kind: 'passphrase', passphrase: passphraseText(second) } }),
          ...(code !== undefined && { recoveryCode: this.#written(code, 'code') }),
        });
      }
      case 'merge': {
        const reply = await world.ask('restoreMerge');
        const merged = grantedIn<{ added: number }>(reply);
        return merged ? `ok ${merged.added}` : wordOf(reply);
      }
      case 'start over':
        return ask('startOver', { word: action.right ? 'DELETE' : 'DELETED' });
      default:
        await world.harm(action);
        return 'ok';
    }
  }

  /** Does one action and compares; false when it makes no sense by now. */
  async step(action: Action): Promise<boolean> {
    if (!this.#exact) this.model.now = await this.world.now();
    if (!isPossible(this.model, action)) return false;
    if (this.behind && /^(lose|put|keep)/.test(action.do)) return false;
    const { answer, after } = act(this.model, action);
    const said = await this.#perform(action, after);
    if (said !== answer) throw new Disagreement(`it answered '${said}', the model '${answer}'`);
    this.model = after;
    if (action.do === 'restart') this.stray = false;
    if (action.do === 'kill' || action.do === 'restart')
      Object.assign(this, { untidy: false, behind: false });
    if (action.do === 'lose' || action.do === 'put database back') this.untidy = true;
    await this.compare();
    return true;
  }

  /** The same with a fault during it: then what is stored is as before or as after it, and no secret of memory is new. */
  async stepWithFault(
    action: Action,
    run: (work: () => Promise<void>) => Promise<void>,
    fault: { what: string; at: number },
  ): Promise<boolean> {
    if (!isPossible(this.model, action)) return false;
    const dies = fault.what === 'die';
    const nothingWritten = !dies && fault.at === 0 && action.do !== 'start over';
    const before = this.model;
    const { answer, after } = act(before, action);
    const was = await this.world.facts();
    let said = '';
    await run(async () => {
      said = await this.#perform(action, after);
    });
    const full = /^failed: (storage-full|storage-blocked|internal)$/.test(said);
    if (!dies && !full && said !== answer)
      throw new Disagreement(`it answered '${said}', the model '${answer}' or a full disk`);
    if (full || dies) {
      if ((await this.world.facts()).unfinished) await this.world.harm({ do: 'kill' });
      // Whoever looks next finishes or drops what was broken off.
      await this.world.ask('status');
      let is = await this.world.facts();
      if (is.meta && is.meta.generation !== was.meta?.generation) {
        // Of the generation before, a sitting leads nowhere.
        await this.world.ask('setupCancel');
        await this.world.ask('status');
        is = await this.world.facts();
      }
      if (full && nothingWritten && storedOf(was) !== storedOf(is))
        throw new Disagreement('a full disk changed something');
      this.model = this.#adopt(before, after, was, is);
      await this.#adoptAnswers();
      Object.assign(this, { untidy: true, stray: true });
    } else {
      // What stands beside the vault may not have found room.
      this.model = { ...after, sentinel: (await this.world.facts()).sentinel };
    }
    this.behind ||= !dies;
    await this.compare();
    return true;
  }

  #adopt(before: Model, after: Model, was: Facts, is: Facts): Model {
    const changed = storedOf(was) !== storedOf(is);
    const adopted = structuredClone(changed ? after : before);
    // What was made and not handed out nobody knows.
    const { contact = null } = adopted.vault ?? {};
    if (adopted.vault && contact && !this.known.codes.has(contact)) adopted.vault.contact = 'unknown';
    adopted.sentinel = is.sentinel;
    // Of an erasure that was broken off the sentinel goes first: what is left is a vault or a first run.
    if (!is.meta) Object.assign(adopted, { vault: null, lost: adopted.lost && is.sentinel });
    const pick = <T>(key: string, from: (m: Model) => T | null): T | null => {
      if (!(key in is.session) || is.session[key] === LOST) return null;
      return is.session[key] === was.session[key] ? from(before) : (from(after) ?? from(before));
    };
    const renewed = before.vault?.generation !== adopted.vault?.generation;
    adopted.serial = after.serial;
    adopted.files = this.known.files.length === after.files.length ? after.files : before.files;
    adopted.memory = {
      open: pick('session', (m) => m.memory.open),
      sessionPin:
        renewed && is.session.sessionPin === was.session.sessionPin
          ? null
          : pick('sessionPin', (m) => m.memory.sessionPin),
      sitting: pick('renewal', (m) => m.memory.sitting),
      pending: pick('pendingVault', (m) => m.memory.pending),
      deleted: pick('deleted', (m) => m.memory.deleted),
      opened: pick('openedBackup', (m) => m.memory.opened),
      made: pick('madeBackup', (m) => m.memory.made),
    };
    const { open, made } = adopted.memory;
    const { keepUntil = 0, lockAt } = JSON.parse(is.session.session ?? '{}') as Partial<Open>;
    if (open) Object.assign(open, { keepUntil, lockAt: lockAt ?? open.lockAt });
    if (made !== null && made >= this.known.files.length) adopted.memory.made = -1;
    return adopted;
  }

  /** What cannot be foreseen of a broken-off action: whether the try was counted, and which setting stands. */
  async #adoptAnswers(): Promise<void> {
    const { vault, memory } = this.model;
    const status = await this.world.ask('status');
    const settings = await this.world.ask('settings');
    if ('reply' in settings) {
      const { autoLockMinutes, lockWithScreen, pinForCodes, wipeAtTen } = settings.reply as Model['settings'];
      this.model.settings = { autoLockMinutes, lockWithScreen, pinForCodes, wipeAtTen };
    }
    const attempts = await this.world.attempts();
    if (vault) Object.assign(vault, attempts);
    if (memory.open && 'reply' in status) {
      const { failuresBefore } = status.reply as { failuresBefore?: number };
      memory.open.failuresBefore = failuresBefore ?? memory.open.failuresBefore;
    }
  }

  #same(what: string, is: unknown, expected: unknown): void {
    const alike = this.#exact
      ? isDeepStrictEqual(is, expected)
      : isDeepStrictEqual(rough(is), rough(expected));
    if (!alike)
      throw new Disagreement(`${what} is\n${JSON.stringify(is)}, in the model\n${JSON.stringify(expected)}`);
  }

  /** What holds after every step. */
  async compare(): Promise<void> {
    const { world, model } = this;
    const [status, accounts] = (await world.askAll([
      ['status', null],
      ['accounts', null],
    ])) as [Reply, Reply];
    this.#same('status', 'reply' in status ? shownOf(status.reply) : status, view(model));
    const { vault, memory } = model;
    if (memory.open && vault) {
      const list = grantedIn<{ accounts: { name: string; code: unknown }[]; unreadable: number }>(accounts);
      this.#same(
        'the list of accounts',
        list?.accounts.map(({ name }) => name).sort(),
        vault.accounts.map(({ name }) => name).sort(),
      );
      this.#same('unreadable', list?.unreadable, 0);
      const hidden = list?.accounts.every(({ code }) => (code === null) === model.settings.pinForCodes);
      this.#same('codes that are hidden or shown as they should', hidden, true);
    } else this.#same('accounts', wordOf(accounts), 'locked');
    this.#checkStores(await world.facts());
    const leaks = world.leaks();
    if (leaks.length > 0) throw new Disagreement(`in clear: ${leaks.join('; ')}`);
  }

  #checkStores({ databases, meta, slots, session }: Facts): void {
    const { vault, memory } = this.model;
    this.#same('generation', meta?.generation, vault?.generation);
    if (vault) {
      const types = slots.map(({ factors }) => factors.map(({ type }) => type).join('+'));
      const expected = slotsOf(vault);
      // The end of the PIN is finished by the next try, where its worker died.
      const ended = vault.failures >= 10 ? (type: string) => !type.includes('pin') : () => true;
      this.#same('slots', types.filter(ended).sort(), expected.filter(ended).sort());
      this.#same(
        'generations of slots',
        [...new Set(slots.map(({ generation }) => generation))],
        [vault.generation],
      );
      if (!this.untidy) this.#same('databases', databases, 1);
    }
    const { open, sitting, pending, opened, sessionPin } = memory;
    const required = Object.entries({ session: open, renewal: sitting, pendingVault: pending, sessionPin })
      .filter(([, value]) => value !== null)
      .map(([key]) => key);
    const missing = required.filter((key) => !(key in session));
    const allowed = new Set([
      ...required,
      ...(opened ? ['openedBackup'] : []),
      ...(open || sitting || pending ? ['drafts', 'deleted', 'madeBackup'] : []),
      ...(vault?.mode === 'strong' || open || this.stray ? ['sessionPin'] : []),
    ]);
    const extra = Object.keys(session).filter((key) => !allowed.has(key));
    this.#same('missing from and unexpected in storage.session', [missing, extra], [[], []]);
  }
}

/** In the place of a session's PIN: there is none, and the user is told why. */
const LOST = '"lost"';

/** What tells one state of the stored vault from another. */
function storedOf({ meta, slots, records }: Facts): string {
  return JSON.stringify([meta?.generation, slots.map(({ id }) => id).sort(), records]);
}

/** The fields of a status that the model speaks of. */
function shownOf(status: unknown): unknown {
  const { recoveryCode, askGroups, ends, waiting, mirrored, lock, ...rest } = status as Record<
    string,
    unknown
  >;
  if (!lock) return rest;
  const { passkey, pinLost, ...of } = lock as Record<string, unknown>;
  return { ...rest, lock: of };
}

/** Times to ten seconds or so, for a clock that does not stand still. */
function rough(value: unknown): unknown {
  if (typeof value === 'number' && value > 1e12) return 'a time';
  if (Array.isArray(value)) return value.map(rough);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rough(each)]));
}
