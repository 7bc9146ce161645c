/** Writes to the clipboard from the background, with no page of ours in front. */
import { browser, type Permissions } from './browser.ts';

const PAGE = 'src/clipboard/index.html';
const SILENCE_MS = 2_000;
/** The document is told that it copied before the browser has the text, and what is closed until then never gets there. */
const ARRIVAL_MS = 1_000;

/** What the user is asked for when he turns on what needs it. Chrome has a permission for the document, which asks nothing. */
export const CLIPBOARD_ACCESS = {
  permissions: __TARGET__ === 'chrome' ? ['clipboardWrite', 'offscreen'] : ['clipboardWrite'],
} as Permissions.Permissions;

export function mayWriteClipboard(): Promise<boolean> {
  return browser.permissions.contains(CLIPBOARD_ACCESS);
}

/** Only what is used of Chrome's own API, which the polyfill does not know. */
interface Offscreen {
  createDocument(options: { url: string; reasons: ['CLIPBOARD']; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}
interface EventPage {
  clipboard: { writeText(text: string): Promise<void> };
}
interface Client {
  url: string;
  postMessage(data: string, transfer: [MessagePort]): void;
}
interface Worker {
  chrome: { offscreen: Offscreen };
  clients: { matchAll(options: { includeUncontrolled: true; type: 'window' }): Promise<Client[]> };
}

async function writeByDocument(text: string): Promise<boolean> {
  const { chrome, clients } = globalThis as unknown as Worker;
  const url = browser.runtime.getURL(PAGE);
  const documentOfOurs = async () =>
    (await clients.matchAll({ includeUncontrolled: true, type: 'window' })).find(
      (client) => client.url === url,
    );
  // A worker that was stopped before it closed it left it behind, and Chrome allows one.
  if (!(await documentOfOurs())) {
    const justification = 'Puts the next code on the clipboard.';
    await chrome.offscreen.createDocument({ url, reasons: ['CLIPBOARD'], justification });
  }
  try {
    const page = await documentOfOurs();
    const { port1, port2 } = new MessageChannel();
    return await new Promise<boolean>((resolve) => {
      port1.onmessage = ({ data }) => resolve(data === true);
      setTimeout(() => resolve(false), SILENCE_MS);
      page?.postMessage(text, [port2]);
    });
  } finally {
    await new Promise((resolve) => setTimeout(resolve, ARRIVAL_MS));
    await chrome.offscreen.closeDocument();
  }
}

let last: Promise<unknown> = Promise.resolve();

/** False when the browser did not take it. One at a time: Chrome has one such document. */
export function writeClipboard(text: string): Promise<boolean> {
  const write = async () => {
    if (__TARGET__ === 'chrome') return writeByDocument(text);
    // An event page is a document, whatever the types of a worker say.
    await (navigator as unknown as EventPage).clipboard.writeText(text);
    return true;
  };
  const written = last.then(write, write);
  last = written;
  return written;
}
