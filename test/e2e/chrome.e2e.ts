import { fieldVariants } from './field-variants.ts';
import { installed } from './installed.ts';
import { interrupted } from './interrupted.ts';
import { mainJob } from './main-job.ts';

mainJob('chrome');
interrupted('chrome');
fieldVariants('chrome');
installed('chrome');
