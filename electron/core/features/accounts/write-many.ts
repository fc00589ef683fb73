import { setImmediate } from 'node:timers/promises';
import type { Book } from '#core/db/book.ts';

/** More rows than this are written in several transactions, so that a save in between need not wait for all. */
const AT_ONCE = 500;

/** Does the same to many accounts as one step of the person's. `stepNo` is 0 when nothing was different. */
export async function writeMany(
  book: Book, ids: readonly string[], { verb, params }: { verb: string; params: Record<string, string | number> }, work: (id: string) => void,
): Promise<{ stepNo: number; count: number }> {
  const info = { kind: 'user' as const, verb, params: { ...params, count: ids.length } };
  if (ids.length <= AT_ONCE) return { count: ids.length, stepNo: book.write(info, () => ids.forEach(work)).stepNo };
  const step = book.openStep(info);
  try {
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      step.chunk(() => ids.slice(at, at + AT_ONCE).forEach(work));
      await setImmediate();
    }
  } finally {
    await step.finish({ count: ids.length });
  }
  return { stepNo: step.no, count: ids.length };
}
