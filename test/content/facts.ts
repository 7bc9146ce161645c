import type { BoxFacts, FieldFacts } from '../../src/content/field-facts.ts';

const box: BoxFacts = {
  type: 'text',
  autocomplete: '',
  inputmode: '',
  pattern: '',
  maxlength: null,
  defaultValue: '',
  min: '',
  max: '',
  size: null,
  name: '',
  id: '',
  className: '',
  placeholder: '',
  ariaLabel: '',
  disabled: false,
  width: 200,
  height: 40,
  top: 100,
  ancestors: [1, 2, 3],
};

/** One input, all ordinary but for what is said. */
export function boxFacts(said: Partial<BoxFacts> = {}): BoxFacts {
  return { ...box, ...said };
}

/** One field on a silent page, all ordinary but for what is said. */
export function fieldFacts(said: Partial<FieldFacts> = {}): FieldFacts {
  return {
    ...box,
    boxes: 1,
    grouping: 'none',
    otherGroups: 0,
    hints: '',
    label: '',
    caption: '',
    before: '',
    after: '',
    pictures: '',
    near: said.before ?? said.label ?? '',
    heading: '',
    form: '',
    buttons: '',
    title: '',
    path: '/',
    peers: { text: 0, password: 0, email: 0 },
    ...said,
  };
}
