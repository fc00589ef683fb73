import type { Query, QueryClient } from '@tanstack/react-query';
import type { Topic } from '#shared/contract/topics.ts';
import type { Api } from '#renderer/client/api-context.tsx';

type TopicName = Exclude<Topic['topic'], 'book'>;

/** Which procedures show what a topic is about, as `feature` or `feature.procedure`. */
const SHOWN_BY: Record<TopicName, string[]> = {
  app: ['app'],
  accounts: ['accounts', 'today', 'reminders', 'days', 'reviews', 'people.find', 'search', 'history', 'duplicates'],
  people: ['people', 'today', 'reminders', 'days', 'search', 'accounts.file', 'timeline', 'interactions.get', 'tasks', 'reviews', 'history', 'duplicates'],
  interactions: ['interactions.get', 'today', 'reminders', 'search', 'timeline', 'accounts', 'people.list', 'reviews', 'history'],
  tasks: ['tasks', 'today', 'reminders', 'search', 'timeline', 'accounts', 'reviews', 'history'],
  orders: ['business', 'search', 'timeline', 'accounts', 'reviews'],
  history: ['history'],
  drafts: ['interactions.draft'],
  views: ['views', 'history'],
  reminders: ['reminders', 'days', 'calendar', 'today', 'accounts.file', 'history'],
  reviews: ['reviews', 'today', 'reminders', 'history'],
  backups: ['book.backups', 'app.state', 'book.status'],
};

/** Procedures whose `id` is that of an account. */
const KEYED_BY_ACCOUNT = new Set(['accounts.file']);

interface ProcedureKey { name: string; input: Record<string, unknown> }

/** Reads `[['accounts', 'file'], { input: { id } }]`, the shape of oRPC's query keys. */
function readKey(key: readonly unknown[]): ProcedureKey | null {
  const [path, options] = key;
  if (!Array.isArray(path)) return null;
  const input = typeof options === 'object' && options !== null && 'input' in options ? options.input : null;
  return { name: path.join('.'), input: typeof input === 'object' && input !== null ? { ...input } : {} };
}

/** Whether a query may show something else after `topic`. */
export function isTouched(key: readonly unknown[], topic: Topic): boolean {
  const read = readKey(key);
  if (!read) return false;
  if (topic.topic === 'book') return true;
  if (!SHOWN_BY[topic.topic].some((name) => read.name === name || read.name.startsWith(`${name}.`))) return false;
  const accountId = KEYED_BY_ACCOUNT.has(read.name) ? read.input['id'] : read.input['accountId'];
  return topic.accountIds === undefined || typeof accountId !== 'string' || topic.accountIds.includes(accountId);
}

/**
 * Keeps what is shown in step with the core.
 * @returns what to call with each topic
 */
export function followTopics(queries: QueryClient, api: Api): (topic: Topic) => Promise<void> {
  const stateKey = api.app.state.queryKey();
  const bookId = (): string | undefined => queries.getQueryData(stateKey)?.book?.bookId;
  const isOther = (query: Query): boolean => readKey(query.queryKey)?.name !== 'app.state';
  let shown = bookId();

  /** The book was opened, closed, restored or checked: nothing of another book may be seen in its screens. */
  async function onBook(): Promise<void> {
    // A refetch that ends one already under way: that one may have been answered before the change.
    await queries.refetchQueries({ queryKey: stateKey, exact: true });
    const now = bookId();
    if (now === shown) return queries.invalidateQueries({ predicate: isOther });
    shown = now;
    queries.removeQueries({ type: 'inactive', predicate: isOther });
    return queries.resetQueries({ predicate: isOther });
  }

  /** A first answer that is under way may have been given before the change: joined, it would be taken for the new one. */
  async function askAnew(predicate: (query: Query) => boolean): Promise<void> {
    await queries.cancelQueries({ predicate: (query) => query.state.data === undefined && predicate(query) });
    return queries.invalidateQueries({ predicate });
  }

  return (topic) => (topic.topic === 'book' ? onBook() : askAnew((query) => isTouched(query.queryKey, topic)));
}
