import { it } from 'vitest';
import { agrees } from './pure.ts';

it('agrees with the model over a thousand sequences', () => agrees(1), 600_000);
