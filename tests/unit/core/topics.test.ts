import { describe, expect, it } from 'vitest';
import { capturedTables } from '#core/db/tables.ts';
import { Topics } from '#core/topics.ts';
import { topicSchema, type Topic } from '#shared/contract/topics.ts';
import { testBook } from '#tests/builders/test-book.ts';

function told(tables: string[], accountIds: string[] = []): Topic[] {
  const topics = new Topics();
  const heard: Topic[] = [];
  topics.subscribe((topic) => heard.push(topic));
  topics.publishStep(tables, accountIds);
  return heard;
}

describe('topics of a step', () => {
  it('name each topic once with the accounts, and the history last', () => {
    expect(told(['account', 'account_figure', 'task', 'interaction', 'interaction_text'], ['a'])).toEqual([
      { topic: 'accounts', accountIds: ['a'] }, { topic: 'tasks', accountIds: ['a'] }, { topic: 'interactions', accountIds: ['a'] }, { topic: 'history' },
    ]);
  });

  it('tell the history of a table that no screen shows', () => {
    expect(told(['unknown'])).toEqual([{ topic: 'history' }]);
  });

  it('know every captured table, in words of the contract', () => {
    const t = testBook();
    try {
      for (const { name } of capturedTables(t.book.db)) {
        const topics = told([name]);
        expect(topics, name).toHaveLength(2);
        for (const topic of topics) expect(topicSchema.parse(topic)).toEqual(topic);
      }
    } finally {
      t.dispose();
    }
  });

  it('reach every listener until it stops', () => {
    const topics = new Topics();
    const heard: string[] = [];
    const stop = topics.subscribe(({ topic }) => heard.push(`one ${topic}`));
    topics.subscribe(({ topic }) => heard.push(`two ${topic}`));
    topics.publish({ topic: 'book' });
    stop();
    topics.publish({ topic: 'app' });
    expect(heard).toEqual(['one book', 'two book', 'two app']);
  });
});
