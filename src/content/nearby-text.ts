import { isTypable } from './code-box.ts';

const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'OPTION', 'TEXTAREA', 'TITLE']);
const MAX_STEPS = 400;
const HEADING = 'h1, h2, h3, h4, h5, h6, legend, [role="heading"]';

export interface NearbyText {
  /** The piece of text right before the field. */
  caption: string;
  before: string;
  near: string;
  heading: string;
  /** What the pictures are called that stand between the control before and this one. */
  pictures: string;
}

/** Steps through the tree, leaving a shadow root through its host; `step` says in which direction. */
function* walk(from: Node, step: 'previousNode' | 'nextNode'): Generator<Node> {
  let root = from.getRootNode();
  let walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const node: Node | null = walker[step]();
    if (node !== null) {
      yield node;
    } else if (root instanceof ShadowRoot) {
      const host = root.host;
      root = host.getRootNode();
      walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      walker.currentNode = host;
    } else {
      return;
    }
  }
}

function textOf(node: Node): string {
  const parent = node.parentElement;
  if (node.nodeType !== Node.TEXT_NODE || node.nodeValue === null || node.nodeValue.trim() === '') return '';
  if (
    parent !== null &&
    (SILENT.has(parent.tagName) || !parent.checkVisibility({ visibilityProperty: true }))
  )
    return '';
  return node.nodeValue.replace(/\s+/g, ' ').trim().slice(0, 300);
}

/** What a reader has just read on reaching the field. */
export function textBefore(field: Element): NearbyText {
  const found = { caption: '', before: '', near: '', heading: '' };
  let pictures: Picture[] = [];
  let ownText = true;
  for (const node of walk(field, 'previousNode')) {
    if (node instanceof Element) {
      if (ownText && node !== field && isControl(node) && !node.contains(field)) {
        ownText = false;
        pictures = pictures.filter((picture) => !isBeside(node, picture, field));
      }
      if (ownText) pictures.push(...pictureIn(node));
      if (found.heading === '' && node.matches(HEADING))
        found.heading = (node.textContent ?? '').trim().slice(0, 120);
    } else if (found.near.length < 420) {
      const text = textOf(node);
      if (text === '') continue;
      if (ownText && found.before === '') found.caption = text;
      found.near = `${text} ${found.near}`;
      if (ownText && found.before.length < 160) found.before = `${text} ${found.before}`;
    }
    if (found.near.length >= 420 && found.heading !== '') break;
  }
  return { ...found, pictures: namesOf(pictures) };
}

/** What follows the field, up to the next one. */
export function textAfter(field: Element): { text: string; pictures: string } {
  let pictures: Picture[] = [];
  let said = '';
  for (const node of walk(field, 'nextNode')) {
    if (said.length >= 200) break;
    if (node instanceof Element && node !== field) {
      if (isTypable(node)) {
        pictures = pictures.filter((picture) => !isBeside(node, picture, field));
        break;
      }
      pictures.push(...pictureIn(node));
    }
    const text = textOf(node);
    if (text !== '') said = `${said} ${text}`;
  }
  return { text: said.trim(), pictures: namesOf(pictures) };
}

interface Picture {
  element: Element;
  name: string;
}

const namesOf = (pictures: readonly Picture[]) => pictures.map(({ name }) => name).join('');

function pictureIn(element: Element): Picture[] {
  const name = pictureName(element);
  return name === '' ? [] : [{ element, name }];
}

/** Does the picture stand with another control, apart from this field? */
function isBeside(control: Element, { element }: Picture, field: Element): boolean {
  let around = element.parentElement;
  while (around !== null && !around.contains(control)) around = around.parentElement;
  return around !== null && !around.contains(field);
}

/** Wider than high by this much, a drawing is a row of characters and no QR code. */
const ROW_OF_CHARACTERS = 1.8;
const TALLEST_ROW = 120;

const CALLED_PICTURE =
  /captcha|(?:img|image|pic)[-_]?(?:code|verif)|(?:code|vcode|verify)[-_]?(?:img|image|pic)/i;

/** A picture that a script or a style puts there. */
function calledPicture(element: Element): string {
  const called = `${element.id} ${element.getAttribute('class') ?? ''}`;
  return element.childElementCount === 0 && CALLED_PICTURE.test(called) ? ` ; , ${called.slice(0, 60)}` : '';
}

/** By what its author calls a picture: its file, id, class, text and what a click on it does. */
function pictureName(element: Element): string {
  const tag = element.localName;
  if (/^(span|div|a|i|b)$/.test(tag)) return calledPicture(element);
  if (tag !== 'img' && tag !== 'canvas' && !(tag === 'input' && element.getAttribute('type') === 'image'))
    return '';
  const { width, height } = element.getBoundingClientRect();
  const drawn = tag === 'canvas' && height > 0 && height < TALLEST_ROW && width / height >= ROW_OF_CHARACTERS;
  const source = element.getAttribute('src') ?? '';
  const file = source.startsWith('data:') ? '' : source.replace(/^\w+:\/\/[^/]*|[?#].*$/g, '').slice(-60);
  const called = ['id', 'class', 'alt', 'title', 'onclick', 'data-src'].map((name) =>
    (element.getAttribute(name) ?? '').slice(0, 60),
  );
  return ` ; ${[file, ...called, drawn ? 'drawn characters' : ''].join(' , ')}`;
}

function isControl(element: Element): boolean {
  return (
    isTypable(element) ||
    element.matches('select, textarea, button, input[type="checkbox"], input[type="radio"]')
  );
}
