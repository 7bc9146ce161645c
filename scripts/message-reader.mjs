import { importSource } from './import-source.mjs';
import { builtTable } from './sites/compact.mjs';

/** Reads messages as the extension does, with the table of services that a build would carry. */
export async function messageReader() {
  const { hostPartsOf, knownSites, parseSiteTable, readMessage } = await importSource([
    'background/host-parts.ts',
    'core/message-warnings.ts',
    'core/read-message.ts',
    'core/site-table.ts',
  ]);
  const sites = knownSites(parseSiteTable(JSON.parse(builtTable())), hostPartsOf);
  return (text) => readMessage(text, { sites });
}
