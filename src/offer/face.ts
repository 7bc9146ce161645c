import type { OfferKind } from '../messages/protocol.ts';
import { browser } from '../platform/browser.ts';

export interface Face {
  group: HTMLElement;
  accept: HTMLButtonElement;
  hide: HTMLButtonElement;
  /** Says what a press does; never whose code it is. */
  say(kind: OfferKind): void;
}

const MARK = 'M10 8h10M4 16h10';
const PADLOCK =
  'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2ZM8 11V8a4 4 0 0 1 8 0v3';
const CROSS = 'M6 6l12 12M18 6L6 18';

const LINES: Record<OfferKind, [key: string, english: string]> = {
  locked: ['offerUnlock', 'Unlock Tweestap'],
  popup: ['offerFill', 'Fill code from Tweestap'],
  fill: ['offerFill', 'Fill code from Tweestap'],
  save: ['offerSave', 'Save in Tweestap'],
};

function text(key: string, english: string): string {
  return browser.i18n.getMessage(key) || english;
}

function icon(size: number): { svg: SVGSVGElement; draw(shape: string, width: number): void } {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const [name, value] of [
    ['viewBox', '0 0 24 24'],
    ['width', String(size)],
    ['height', String(size)],
    ['aria-hidden', 'true'],
  ] as const) {
    svg.setAttribute(name, value);
  }
  svg.append(path);
  return {
    svg,
    draw(shape, width) {
      path.setAttribute('d', shape);
      path.setAttribute('stroke-width', String(width));
    },
  };
}

function button(act: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.dataset.act = act;
  return element;
}

/** The two buttons of the offer, built without markup strings: in a frame of ours, or in a closed shadow root. */
export function offerFace(): Face {
  const group = document.createElement('div');
  group.className = 'pill';
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', 'Tweestap');
  group.lang = browser.i18n.getUILanguage();
  const accept = button('accept');
  const sign = icon(20);
  const words = document.createElement('span');
  const line = document.createElement('b');
  const hint = document.createElement('small');
  words.append(line, hint);
  accept.append(sign.svg, words);
  const hide = button('hide');
  hide.setAttribute('aria-label', text('offerHide', 'Hide'));
  hide.title = text('offerHide', 'Hide');
  const cross = icon(16);
  cross.draw(CROSS, 2);
  hide.append(cross.svg);
  group.append(accept, hide);
  return {
    group,
    accept,
    hide,
    say(kind) {
      accept.dataset.kind = kind;
      sign.draw(kind === 'locked' ? PADLOCK : MARK, kind === 'locked' ? 2 : 5);
      line.textContent = text(...LINES[kind]);
      // In Firefox every press leads to the toolbar, where no page can cover what is pressed.
      const opens = kind !== 'fill' || __TARGET__ === 'firefox';
      hint.textContent = opens ? text('offerOpens', 'Opens at the toolbar') : '';
    },
  };
}
