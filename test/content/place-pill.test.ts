import { describe, expect, it } from 'vitest';
import { placePill } from '../../src/content/place-pill.ts';

const view = { width: 1000, height: 800 };
const pill = { width: 240, height: 40 };
const field = { left: 100, top: 200, width: 300, height: 30 };

describe('placePill', () => {
  it('stands 8 px below the field, left edge to left edge', () => {
    expect(placePill(field, pill, view)).toEqual({ left: 100, top: 238 });
  });

  it('stands above where there is no room below', () => {
    expect(placePill({ ...field, top: 740 }, pill, view)).toEqual({ left: 100, top: 692 });
  });

  it('stays inside the window', () => {
    expect(placePill({ ...field, left: 900 }, pill, view)).toEqual({ left: 756, top: 238 });
    expect(placePill({ ...field, top: 10, height: 30 }, pill, { width: 200, height: 60 })).toEqual({
      left: 4,
      top: 16,
    });
  });

  it('is nowhere while the field is scrolled away', () => {
    expect(placePill({ ...field, top: -60 }, pill, view)).toBeNull();
    expect(placePill({ ...field, top: 900 }, pill, view)).toBeNull();
  });
});
