/**
 * Messages from a page of ours, as popup and set-up send them. An answer is fetched by looking for it: a driver that waits
 * for it could not kill meanwhile (Firefox runs one command at a time).
 */
import { sleep } from '../e2e/driver/wait.mjs';
import { Interrupted, Violation } from './outcome.mjs';

const LOOK_MS = 5;
/** An answer that was sent before the worker died may still arrive. */
const LATE_MS = 400;
const ANSWER_MS = 40_000;

const send = (id, name, data) => {
  const { runtime, storage } = window.browser ?? window.chrome;
  if (!window.crashAnswers) {
    window.crashAnswers = {};
    window.crashWrites = 0;
    storage.onChanged.addListener((_changes, area) => {
      if (area === 'local') window.crashWrites++;
    });
  }
  runtime.sendMessage({ tweestap: 'own-page', name, data }).then(
    (answer) => {
      window.crashAnswers[id] = answer ?? { dead: 'no answer' };
    },
    (error) => {
      window.crashAnswers[id] = { dead: String(error) };
    },
  );
  return true;
};

const look = (id) => (window.crashAnswers ? (window.crashAnswers[id] ?? null) : { dead: 'the page is gone' });

/** @typedef {{ killed: boolean, at: number, over: boolean }} Kill */

/** @param {() => import('../e2e/driver/index.mjs').Driver} driver */
export function bridgeTo(driver) {
  let serial = 0;

  /** `{ reply }` or `{ failed }`. @param {string} name @param {unknown} data @param {Kill} [kill] */
  async function raw(name, data = {}, kill) {
    const end = Date.now() + ANSWER_MS;
    const id = ++serial;
    try {
      if (kill?.killed) throw new Interrupted(name);
      await driver().page.eval(send, { args: [id, name, data] });
      for (;;) {
        const answer = await driver().page.eval(look, { args: [id] });
        if (answer?.dead && !kill?.killed) throw new Violation(`${name} was not answered: ${answer.dead}`);
        if (answer?.dead) throw new Interrupted(name);
        if (answer) return answer;
        if (kill?.over && Date.now() > kill.at + LATE_MS) throw new Interrupted(name);
        if (Date.now() > end) throw new Violation(`${name} was not answered within ${ANSWER_MS} ms`);
        await sleep(LOOK_MS);
      }
    } catch (error) {
      if (kill?.killed && !(error instanceof Violation)) throw new Interrupted(name);
      throw error;
    }
  }

  /** @param {string} name @param {unknown} [data] @param {Kill} [kill] */
  async function ask(name, data, kill) {
    const answer = await raw(name, data, kill);
    if ('failed' in answer) throw new Violation(`${name} failed: ${answer.failed}`);
    return answer.reply;
  }

  return {
    raw,
    ask,
    /** How often `storage.local` was written since the page is there: every commit ends with that. @returns {Promise<number>} */
    writes: () => driver().page.eval(() => window.crashWrites ?? 0),
    /** The page to send from. */
    open: () => driver().goto(`${driver().base}src/setup/index.html`),
  };
}
