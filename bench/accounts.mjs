/** Accounts for the vault, put in as the popup does: read, then saved. */

const SECRET_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BATCH = 50;

/** 32 characters of base 32 (20 bytes), another one for each number. @param {number} number */
function secretOf(number) {
  let seed = number + 1;
  return Array.from({ length: 32 }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return SECRET_CHARACTERS[seed >>> 27];
  }).join('');
}

/** @param {number} number */
function accountOf(number) {
  const issuer = `Service ${number}`;
  const name = `person${number}@mail.example`;
  const label = encodeURIComponent(`${issuer}:${name}`);
  const uri = `otpauth://totp/${label}?secret=${secretOf(number)}&issuer=${encodeURIComponent(issuer)}`;
  // Like no other: a look-alike of another account's site is not bound without being typed out.
  return { uri, issuer, name, site: `${secretOf(number).slice(8, 22).toLowerCase()}.example` };
}

/** Runs in the page. */
async function save(accounts) {
  const { runtime } = globalThis.browser ?? globalThis.chrome;
  const send = async (name, data) => {
    const answer = await runtime.sendMessage({ tweestap: 'own-page', name, data });
    if (!answer?.reply?.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer?.reply?.error)}`);
    return answer.reply.value;
  };
  for (const { uri, ...confirmed } of accounts) {
    const { draft } = await send('draftFromUri', { uri, from: 'uri' });
    await send('saveDraft', { id: draft.id, ...confirmed });
  }
}

/**
 * Adds accounts from number `from` up to but not including `to`.
 *
 * @param {import('./pair.mjs').Side} side
 * @param {{ from: number, to: number }} numbers
 */
export async function addAccounts({ driver, popup }, { from, to }) {
  await driver.goto(popup);
  for (let first = from; first < to; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, to - first) }, (_, nth) => accountOf(first + nth));
    await driver.page.eval(save, { args: [batch], timeout: 60_000 });
  }
}
