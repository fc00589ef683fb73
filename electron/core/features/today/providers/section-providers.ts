import type { TodayProvider } from '../provider.ts';
import { dueTasks } from './due-tasks.ts';
import { keepInTouch } from './keep-in-touch.ts';
import { quietAccounts } from './quiet-accounts.ts';
import { withoutNextStep } from './without-next-step.ts';

/** Whoever has something to say on the page stands in this list; several may give rows to one section. */
export const sectionProviders: readonly TodayProvider[] = [dueTasks, quietAccounts, withoutNextStep, keepInTouch];
