/** The same actions and the same model in a real browser: one browser for all sequences, each from a clean start. */
import type { Action } from './actions.ts';
import { browserWorld, type Driver } from './browser-world.ts';
import { drawAction, randomFrom } from './draw.ts';
import { retryAt } from './model.ts';
import { Sequence } from './sequence.ts';
import { needles } from './texts.ts';

interface Options {
  sequences: number;
  steps: number;
  seed: number;
  /** The built extension; dist/<browser> of this repository. */
  build?: string;
  /** No sequence begins later than this. */
  seconds?: number;
  log?: (line: string) => void;
}

const MARGIN_MS = 5_000;

/** Near the end of a wait the model and the browser may disagree about the moment. */
function isNearRetry({ model }: Sequence): boolean {
  const until = model.vault && retryAt(model.vault, Date.now());
  return until !== null && until !== undefined && until - Date.now() < MARGIN_MS;
}

/** Throws at the first disagreement, with the actions that led to it. */
export async function modelInBrowser(browser: 'chrome' | 'firefox', options: Options): Promise<string> {
  const {
    sequences,
    steps,
    seed,
    build,
    seconds = Number.POSITIVE_INFINITY,
    log = () => undefined,
  } = options;
  const { launch } = (await import('../e2e/driver/index.mjs')) as unknown as {
    launch(options: object): Promise<Driver & { close(): Promise<void> }>;
  };
  const began = Date.now();
  const driver = await launch({ browser, ...(build && { build }) });
  let total = 0;
  let made = 0;
  try {
    const world = browserWorld(driver, needles());
    await world.open();
    const foreign = await foreignCodes(world);
    for (; made < sequences && Date.now() - began < seconds * 1000; made++) {
      await world.ask('startOver', { word: 'DELETE' });
      await world.harm({ do: 'kill' });
      const random = randomFrom(seed * 10_007 + made);
      const sequence = await Sequence.begin(world, { exact: false, foreign });
      const done: Action[] = [];
      while (done.length < steps) {
        if (isNearRetry(sequence)) await new Promise((resolve) => setTimeout(resolve, MARGIN_MS));
        const action = drawAction(sequence.model, random, { real: true });
        done.push(action);
        const possible = await sequence.step(action).catch((error: Error) => {
          const words = done.map((each) => JSON.stringify(each)).join('\n');
          throw new Error(`${browser}, seed ${seed}, sequence ${made}, after\n${words}\n${error.stack}`);
        });
        if (!possible) done.pop();
      }
      total += done.length;
      log(`${made + 1} sequences, ${total} steps, ${((Date.now() - began) / 1000).toFixed(0)} s`);
    }
  } finally {
    await driver.close();
  }
  return `model in ${browser}, seed ${seed}: ${made} sequences, ${total} steps, ${((Date.now() - began) / 1000).toFixed(0)} s`;
}

async function foreignCodes(world: ReturnType<typeof browserWorld>) {
  const sequence = await Sequence.begin(world, { exact: false, foreign: { code: '', contact: '' } });
  await sequence.step({ do: 'set up', pin: 'A', mode: 'basic', second: null });
  await sequence.step({ do: 'confirm', right: true });
  await sequence.step({ do: 'make contact', shown: { pin: 'A' } });
  const [code = '', contact = ''] = sequence.known.codes.values();
  return { code, contact };
}
