/** Which documents may be filled once more, because their code ended before it was sent. */
import { type AccountId, parseAccountId } from '../core/account.ts';
import type { DocumentToken } from '../messages/protocol.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { withFills } from './one-at-a-time.ts';
import { parseWaiting, type WaitingTarget } from './waiting-fill.ts';

export interface RefillGrant {
  target: WaitingTarget;
  account: AccountId;
  /** ms epoch: when the code that is there ends, and the one after it. */
  from: number;
  until: number;
}

/** More than anyone fills within two periods; of a longer row the oldest go. */
const MAX_GRANTS = 20;

function parseGrants(value: unknown): RefillGrant[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: Partial<RefillGrant> | null) => {
    const { target, account, from, until } = each ?? {};
    const where = parseWaiting(target);
    const id = parseAccountId(String(account));
    const timed = typeof from === 'number' && typeof until === 'number';
    return where && id && timed ? [{ target: where, account: id, from, until }] : [];
  });
}

const grants = new StorageItem<RefillGrant[]>('refills', {
  area: 'session',
  fallback: [],
  parse: parseGrants,
});

export async function grantRefill(grant: RefillGrant): Promise<void> {
  const others = (await grants.get()).filter(({ target }) => target.document !== grant.target.document);
  await grants.set([...others, grant].slice(-MAX_GRANTS));
}

/** Takes the document's grant: it serves once, whatever comes of it. Two at once never both get it. */
export function takeRefill(document: DocumentToken): Promise<RefillGrant | null> {
  return withFills(() => take(document));
}

async function take(document: DocumentToken): Promise<RefillGrant | null> {
  const all = await grants.get();
  const grant = all.find(({ target }) => target.document === document) ?? null;
  if (grant) await grants.set(all.filter((each) => each !== grant));
  return grant;
}
