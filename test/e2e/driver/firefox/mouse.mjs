/** Real mouse events as WebDriver actions. */

import { ELEMENT } from './session.mjs';

/** Actions of the one mouse. @param {object[]} actions */
export const mouse = (actions) => ({
  actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
});

/** @param {{ x: number, y: number }} point in the viewport */
export const moved = ({ x, y }, duration = 50) =>
  mouse([{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration }]);

/** Down and up where the mouse is. @param {0 | 2} [button] */
export const pressedButton = (button = 0) =>
  mouse([
    { type: 'pointerDown', button },
    { type: 'pointerUp', button },
  ]);

/** @param {string} element WebDriver id @param {0 | 2} button */
export const clickedAt = (element, button) =>
  mouse([
    { type: 'pointerMove', x: 0, y: 0, duration: 0, origin: { [ELEMENT]: element } },
    { type: 'pointerDown', button },
    { type: 'pointerUp', button },
  ]);
