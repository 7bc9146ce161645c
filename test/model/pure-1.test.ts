import { it } from 'vitest';
import { agrees } from './pure.ts';

it('agrees with the model over a thousand sequences', () => agrees(0), 600_000);
