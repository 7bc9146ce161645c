import { buildComponents } from '../site/components/build.mjs';
import { SAMPLE } from '../site/components/list.mjs';

/** Once, before both browsers ask for them. */
export const setup = () => buildComponents(SAMPLE);
