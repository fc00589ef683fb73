import { oc } from '@orpc/contract';
import { errorTable } from './errors.ts';

/** Every procedure may answer with any of the worded errors; the compiler then proves each is handled. */
export const procedure = oc.errors(errorTable);
