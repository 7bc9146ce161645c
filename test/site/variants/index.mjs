import { bare } from './bare.mjs';
import { controlled } from './controlled.mjs';
import { delayed } from './delayed.mjs';
import { editable } from './editable.mjs';
import { changeOnly, inputOnly } from './enabled-by.mjs';
import { crossIframe, sandboxed } from './foreign-frame.mjs';
import { notCodes } from './not-codes.mjs';
import { one } from './one.mjs';
import { sameIframe } from './same-iframe.mjs';
import { selfSubmit } from './self-submit.mjs';
import { sent } from './sent.mjs';
import { shadow } from './shadow.mjs';
import { six } from './six.mjs';
import { sixPlain } from './six-plain.mjs';
import { spa } from './spa.mjs';

/** Every design of the code step, in the order they are offered. @type {import('./parts.mjs').Variant[]} */
export const variants = [
  one,
  six,
  sixPlain,
  editable,
  spa,
  delayed,
  sameIframe,
  shadow,
  bare,
  changeOnly,
  inputOnly,
  selfSubmit,
  controlled,
  crossIframe,
  sandboxed,
  sent,
  notCodes,
];

/**
 * The design of that id; the first when there is none.
 * @param {string | null} id
 */
export function variantOf(id) {
  return variants.find((variant) => variant.id === id) ?? one;
}
