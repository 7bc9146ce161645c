import { fieldVariants } from './field-variants.ts';
import { mainJob } from './main-job.ts';

mainJob('chrome');
fieldVariants('chrome');
