/**
 * Whether the offer can be seen: its place on a screenshot, held against the look of an honest one. A trick that hides
 * nothing, since the offer lies in front of what the page did, gets a knowing click.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPicture } from './picture.mjs';

/**
 * @typedef {import('../e2e/driver/types.mjs').Box} Box
 * @typedef {import('./picture.mjs').Picture} Picture
 */

/** The looks are held against each other point by point, on a grid of this many. */
const COLUMNS = 60;
const ROWS = 16;
/** Letters are smoothed differently from place to place; a colour that is that far off is another one. */
const OTHER_COLOUR = 64;
/** Letters and edge are what tells an offer from an empty place. */
const ALIKE_INK = 0.6;
const ALIKE_PAPER = 0.85;

/** @param {import('../e2e/driver/index.mjs').Driver} driver @returns {Promise<Picture>} */
async function pictureOf(driver) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tweestap-sight-'));
  try {
    const file = path.join(folder, 'page.png');
    await driver.screenshot(file);
    return readPicture(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The colours of a box on a grid. @param {Picture} picture @param {Box} box */
function lookOf({ width, height, rgb }, box) {
  const points = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const x = Math.round(box.x + ((column + 0.5) * box.width) / COLUMNS);
      const y = Math.round(box.y + ((row + 0.5) * box.height) / ROWS);
      const inside = x >= 0 && y >= 0 && x < width && y < height;
      points.push(inside ? [...rgb.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)] : [0, 0, 0]);
    }
  }
  return points;
}

/** @param {number[]} point @param {number[]} other */
const isAlike = (point, other) =>
  point.every((value, channel) => Math.abs(value - other[channel]) < OTHER_COLOUR);

/** @param {number[][]} look */
function commonest(look) {
  const counts = new Map();
  for (const point of look) counts.set(point.join(), (counts.get(point.join()) ?? 0) + 1);
  const [colour] = [...counts].sort((a, b) => b[1] - a[1])[0];
  return colour.split(',').map(Number);
}

/** How an honest offer looks while the mouse rests on it. @param {import('../e2e/driver/index.mjs').Driver} driver */
export async function lookOfOffer(driver) {
  const offer = await driver.offer();
  return offer ? lookOf(await pictureOf(driver), offer.box) : null;
}

/**
 * @param {import('../e2e/driver/index.mjs').Driver} driver
 * @param {NonNullable<Awaited<ReturnType<typeof lookOfOffer>>>} honest
 * @returns {Promise<boolean>} false without an offer
 */
export async function isInSight(driver, honest) {
  const look = await lookOfOffer(driver);
  if (!look) return false;
  const paper = commonest(honest);
  const ink = honest.map((point) => !isAlike(point, paper));
  const share = (/** @type {boolean} */ ofInk) => {
    const points = look.filter((_, at) => ink[at] === ofInk);
    const alike = look.filter((point, at) => ink[at] === ofInk && isAlike(point, honest[at]));
    return alike.length / points.length;
  };
  return share(true) >= ALIKE_INK && share(false) >= ALIKE_PAPER;
}
