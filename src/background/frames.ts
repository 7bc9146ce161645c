import type { Site } from '../core/account.ts';
import { browser } from '../platform/browser.ts';
import { siteOf } from './site.ts';

/** A frame that may be filled: it and every frame around it belong to one site. */
export interface TrustedFrame {
  tabId: number;
  frameId: number;
  url: string;
  /** Address of the page that it is in, or is. */
  topUrl: string;
  site: Site;
}

/**
 * The frames of a tab that may be filled, top first. A frame inside another site is left out with all below it: the
 * page around it could dress it up. Sandboxed frames have an opaque origin, which their content script sees and refuses.
 */
export async function trustedFrames(tabId: number): Promise<TrustedFrame[]> {
  const frames = (await browser.webNavigation.getAllFrames({ tabId })) ?? [];
  const byId = new Map(frames.map((frame) => [frame.frameId, frame]));
  const top = byId.get(0);
  const site = top ? siteOf(top.url) : null;
  if (!top || !site) return [];
  const isTrusted = (frameId: number, depth = 0): boolean => {
    const frame = byId.get(frameId);
    if (!frame || depth > 32 || siteOf(frame.url) !== site) return false;
    return frameId === 0 || isTrusted(frame.parentFrameId, depth + 1);
  };
  return frames
    .filter((frame) => isTrusted(frame.frameId))
    .sort((a, b) => a.frameId - b.frameId)
    .map((frame) => ({ tabId, frameId: frame.frameId, url: frame.url, topUrl: top.url, site }));
}

/** This one frame, if it may be filled now. */
export async function trustedFrame(tabId: number, frameId: number): Promise<TrustedFrame | null> {
  return (await trustedFrames(tabId)).find((frame) => frame.frameId === frameId) ?? null;
}
