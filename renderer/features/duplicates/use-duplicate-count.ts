import { useFormat } from '#renderer/client/use-format.ts';
import { useJobs } from '#renderer/client/use-jobs.ts';
import { useDuplicates } from './api.ts';

/** How many pairs there are, as it is shown; undefined until they are counted, which waits for an import to end. */
export function useDuplicateCount(): string | undefined {
  const format = useFormat();
  const { counts } = useDuplicates('account', useJobs().length === 0);
  return counts && format.number(counts.account + counts.person);
}
