import { obey } from '../messages/obey.ts';
import type { DocumentToken } from '../messages/protocol.ts';
import { frameHandlers } from './frame-handlers.ts';
import { offerAtFields } from './offer-at-field.ts';
import { type Life, livingDocument } from './page-life.ts';
import { watchPointed } from './pointed.ts';
import { sendingWatch } from './sending.ts';
import { taughtFields } from './taught-fields.ts';

function start(life: Life): void {
  const token = crypto.randomUUID() as DocumentToken;
  const { signal } = life;
  const fields = taughtFields();
  const offers = offerAtFields(token, life);
  let looking = false;
  let again = false;
  /** One at a time: a look that began before must not end after. */
  const look = async (roots?: readonly ShadowRoot[]) => {
    again = looking;
    if (looking) return;
    looking = true;
    try {
      offers.update(await fields.soon(roots));
    } finally {
      looking = false;
      if (again) void look();
    }
  };
  const sendings = sendingWatch();
  const handle = (event: Event) => {
    sendings.handle(event);
    offers.handle(event);
  };
  if (!life.join({ handle, look })) return;
  const lookAgain = () => void fields.refresh().then((mattered) => (mattered ? look() : undefined));
  const refresh = () => {
    offers.forget();
    lookAgain();
  };
  obey(frameHandlers(token, watchPointed(signal), { fields, offers, sendings, refresh, signal }));
  // Back from the browser's cache of pages: what was said then may not hold any more.
  addEventListener('pageshow', (event) => event.persisted && refresh(), { signal });
  lookAgain();
  look();
}

const life = livingDocument();
if (life !== null) start(life);
