import type { InferContractRouterOutputs } from '@orpc/contract';
import type { appContract } from '#shared/contract/app.ts';

/** Settings of the program, as the core gives them. */
export type ShellSettings = InferContractRouterOutputs<typeof appContract>['saveSettings'];

/** From the main process to the core. */
export type ToCore =
  /** A window's port comes with it. */
  | { type: 'port' }
  /** A file that a person chose; answered by `file-token` with the same number. */
  | { type: 'file'; request: number; path: string }
  /** Finish, release the book and end. */
  | { type: 'close' };

/** From the core to the main process. */
export type FromCore =
  | { type: 'settings'; settings: ShellSettings }
  /** Another program wants this one's book: bring the window before the person. */
  | { type: 'show' }
  | { type: 'file-token'; request: number; token: string };
