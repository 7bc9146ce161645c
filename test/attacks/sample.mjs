/** The pages of every test run: one without a trick, and one of each kind that once got a code or nearly. */
export const SAMPLE = [
  'control',
  'overlay-popover-manual',
  'overlay-hole',
  'host-animate-mask',
  'sheet-after',
  'transition-cover',
  'race-hide-20',
  'jank-compositor',
  'frame-mask',
  'follow-click',
  'synthetic-mouse',
  'refill',
  'refill-hidden',
  'zoomed-cover',
];
