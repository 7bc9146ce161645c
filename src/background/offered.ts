/**
 * Where an offer stands: the browser does not say in which frame of a page a frame of ours is, so that the document's
 * token, which only its content script and the offer's frame know, leads there.
 */
import type { DocumentToken } from '../messages/protocol.ts';
import { StorageItem } from '../platform/storage-item.ts';

interface Place {
  document: DocumentToken;
  tabId: number;
  frameId: number;
  /** The offer was to save an account. */
  enrols: boolean;
}

/** More documents than a person has open; of a longer row the oldest go. */
const MAX_PLACES = 500;

function parsePlaces(value: unknown): Place[] {
  const isPlace = (each: Partial<Place>) =>
    typeof each?.document === 'string' &&
    typeof each.tabId === 'number' &&
    typeof each.frameId === 'number' &&
    typeof each.enrols === 'boolean';
  return Array.isArray(value) ? value.filter(isPlace) : [];
}

const places = new StorageItem<Place[]>('offered', { area: 'session', fallback: [], parse: parsePlaces });

export async function noteOffered({ document, tabId, frameId, enrols }: Place): Promise<void> {
  const others = (await places.get()).filter((each) => each.document !== document);
  await places.set([...others, { document, tabId, frameId, enrols }].slice(-MAX_PLACES));
}

/** The frame that was offered under this token in this tab. */
export async function placeOffered(document: DocumentToken, tabId: number): Promise<Place | null> {
  return (await places.get()).find((each) => each.document === document && each.tabId === tabId) ?? null;
}
