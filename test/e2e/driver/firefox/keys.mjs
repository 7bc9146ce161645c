/** Real key events as WebDriver actions. */

const KEYS = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};

const value = (key) => KEYS[key] ?? key;
const keySource = (actions) => ({ actions: [{ type: 'key', id: 'keyboard', actions }] });
const down = (key) => ({ type: 'keyDown', value: value(key) });
const up = (key) => ({ type: 'keyUp', value: value(key) });

/** A key goes down, and stays so until `keyUp`; once more is what a held key repeats. @param {string} key */
export const keyDown = (key) => keySource([down(key)]);

/** @param {string} key */
export const keyUp = (key) => keySource([up(key)]);

/** @param {string} text */
export const typed = (text) => keySource([...text].flatMap((character) => [down(character), up(character)]));

/** @param {string} key @param {string[]} [modifiers] */
export const pressed = (key, modifiers = []) =>
  keySource([...modifiers.map(down), down(key), up(key), ...modifiers.toReversed().map(up)]);

const MODIFIERS = { Ctrl: 'Control', MacCtrl: 'Control', Command: 'Meta', Alt: 'Alt', Shift: 'Shift' };

/** A shortcut as manifests write it, "Alt+Shift+F". @param {string} shortcut */
export function shortcut(shortcut) {
  const parts = shortcut.split('+');
  const key = parts.pop();
  return pressed(
    key,
    parts.map((part) => MODIFIERS[part] ?? part),
  );
}
