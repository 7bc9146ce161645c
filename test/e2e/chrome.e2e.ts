import { diskScan } from './disk.ts';
import { fieldVariants } from './field-variants.ts';
import { installed } from './installed.ts';
import { interrupted } from './interrupted.ts';
import { mainJob } from './main-job.ts';
import { passkeys } from './passkey.ts';
import { protections } from './protections.ts';

mainJob('chrome');
interrupted('chrome');
fieldVariants('chrome');
installed('chrome');
protections('chrome');
passkeys('chrome');
diskScan('chrome');
