/** Popup open → first code painted, against an empty Preact page. */
import { addAccounts } from './accounts.mjs';
import { firstCode } from './first-code.mjs';
import { timed } from './samples.mjs';

const SIZES = [10, 100, 1000];
const WORKERS = /** @type {const} */ (['alive', 'killed']);

/** @type {import('./measure-all.mjs').Measure} */
export async function measurePopup({ browser, product, baseline }, { runs, wants }, add) {
  let accounts = 0;
  for (const size of SIZES) {
    const wanted = WORKERS.map((worker) => ({ worker, name: `popup-${size}-${worker}` })).filter(({ name }) =>
      wants(name),
    );
    if (wanted.length === 0) continue;
    await addAccounts(product, { from: accounts, to: size });
    accounts = size;
    for (const { worker, name } of wanted) {
      const measure = () => firstCode(product, worker);
      add(await timed({ name, browser }, runs, measure, () => firstCode(baseline, worker)));
    }
  }
}
