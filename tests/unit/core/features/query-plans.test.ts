import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accountSorts } from '#shared/contract/accounts.ts';
import { createAccountsHandlers } from '#core/features/accounts/handlers.ts';
import { createBusinessHandlers } from '#core/features/business/handlers.ts';
import { createTodayHandlers } from '#core/features/today/handlers.ts';
import { createTimelineHandlers } from '#core/features/timeline/handlers.ts';
import { readContacts } from '#core/features/people/read-contacts.ts';
import { readOpenTasks } from '#core/features/tasks/read-tasks.ts';
import { insertTask } from '#core/features/tasks/repository.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };
const GROWING = /SCAN (account|person|position|interaction\w*|task|sales_order|order_line|[aiolkpf])( |$)/;

let made: FeatureBook;
let account: string;

beforeAll(() => {
  made = featureBook();
  account = made.fill((fill) => fill.account('A'));
});

afterAll(() => made.dispose());

/** What SQLite would do for each statement that `work` prepares. */
async function plansOf(work: () => unknown): Promise<{ sql: string; plan: string[] }[]> {
  const { db } = made.book;
  const seen = new Set<string>();
  const real = db.prepare.bind(db);
  const spy = vi.spyOn(db, 'prepare').mockImplementation((sql: string) => {
    seen.add(sql);
    return real(sql);
  });
  await work();
  spy.mockRestore();
  return [...seen].filter((sql) => /SELECT/.test(sql)).map((sql) => {
    const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, '[]']));
    const given = Object.keys(named).length > 0 ? [named] : (sql.match(/\?/g) ?? []).map(() => '[]');
    return { sql, plan: real(`EXPLAIN QUERY PLAN ${sql}`).all(...given).map((row) => String((row as { detail: string }).detail)) };
  });
}

describe('the plans of what is read most', () => {
  it('never walk a table that grows, for one account', async () => {
    const plans = await plansOf(async () => {
      await createAccountsHandlers({ ...made.deps, readContacts, readOpenTasks, insertTask }).file({ id: account }, signal);
      await createBusinessHandlers(made.deps).months({ accountId: account }, signal);
      await createBusinessHandlers(made.deps).rows({ accountId: account, from: '2026-01-01', to: '2026-12-31', limit: 10 }, signal);
      await createTimelineHandlers(made.deps).window({ accountId: account, kinds: ['interaction', 'order', 'task'], cursor: '[5,0,"x"]', limit: 10 }, signal);
    });
    expect(plans.length).toBeGreaterThan(15);
    for (const { sql, plan } of plans) expect(plan.filter((line) => GROWING.test(line)), sql).toEqual([]);
  });

  it('walk one index for a window of the list, however it is sorted', async () => {
    const plans = await plansOf(async () => {
      const accounts = createAccountsHandlers({ ...made.deps, readContacts, readOpenTasks, insertTask });
      for (const sort of accountSorts) {
        for (const descending of [false, true]) {
          for (const value of [1, null]) {
            const cursor = JSON.stringify([sort, descending, value, 'a', 'id']);
            for (const after of [null, cursor]) await accounts.window({ filter: {}, sort, descending, cursor: after, limit: 10 }, signal);
          }
        }
      }
    });
    const windows = plans.filter(({ sql }) => /f\.months[^]*LIMIT/.test(sql));
    expect(windows.length).toBeGreaterThan(accountSorts.length * 4);
    for (const { sql, plan } of windows) {
      expect(plan[0], sql).toMatch(/^(SEARCH|SCAN) f USING INDEX account_figure_/);
      // Not even equal values are sorted: a whole city, or all that ordered nothing, would take as long as they are many.
      expect(plan.filter((line) => /TEMP B-TREE/.test(line)), sql).toEqual([]);
    }
  });

  it('find what today is about without walking a table that grows', async () => {
    const plans = await plansOf(async () => {
      await createTodayHandlers(made.deps).read({}, signal);
      await createTodayHandlers(made.deps).count(undefined, signal);
    });
    expect(plans.length).toBeGreaterThan(10);
    // Indexes that hold only the rows which are meant may be walked, and one row may be taken from anywhere.
    const walks = plans.filter(({ sql }) => sql !== 'SELECT 1 FROM account LIMIT 1').flatMap(({ plan }) => plan.filter((line) => GROWING.test(line)));
    expect(walks.filter((line) => !/INDEX (task_due|account_watched|person_kept)/.test(line))).toEqual([]);
  });
});
