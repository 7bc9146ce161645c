import { describe, expect, it } from 'vitest';
import { spotsFor } from '../../src/content/place-pill.ts';

const view = { width: 1000, height: 800 };
const pill = { width: 240, height: 40 };
const field = { left: 100, top: 200, width: 300, height: 30 };

const spots = (of = field, row = of, window = view) => spotsFor(of, row, pill, window);

describe('spotsFor', () => {
  it('begins 8 px below the field, left edge to left edge, then goes beside it and above', () => {
    expect(spots()).toEqual([
      { side: 'below', left: 100, top: 238 },
      { side: 'beside', left: 408, top: 195 },
      { side: 'above', left: 100, top: 152 },
    ]);
  });

  it('goes beside the last box of a row', () => {
    const first = { ...field, width: 40 };
    expect(spots(first, { ...first, width: 320 })[1]).toEqual({ side: 'beside', left: 428, top: 195 });
  });

  it('has nothing below or beside where there is no room', () => {
    expect(spots({ ...field, top: 740 }).map(({ side }) => side)).toEqual(['beside', 'above']);
    expect(spots({ ...field, width: 700 }).map(({ side }) => side)).toEqual(['below', 'above']);
  });

  it('stays inside the window', () => {
    expect(spots({ ...field, left: 900 })[0]).toEqual({ side: 'below', left: 756, top: 238 });
    expect(spots({ ...field, top: 10 }, field, { width: 200, height: 60 })).toEqual([
      { side: 'below', left: 4, top: 16 },
    ]);
  });

  it('is nowhere while the field is scrolled away', () => {
    expect(spots({ ...field, top: -60 })).toEqual([]);
    expect(spots({ ...field, top: 900 })).toEqual([]);
  });
});
