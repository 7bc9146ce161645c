import { fieldVariants } from './field-variants.ts';
import { installed } from './installed.ts';
import { mainJob } from './main-job.ts';

mainJob('chrome');
fieldVariants('chrome');
installed('chrome');
