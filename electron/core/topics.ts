import type { Topic } from '#shared/contract/topics.ts';

const TOPIC_OF: Readonly<Record<string, Topic['topic']>> = {
  account: 'accounts', account_figure: 'accounts', person: 'people', position: 'people', colleague: 'people',
  interaction: 'interactions', interaction_text: 'interactions', interaction_person: 'interactions', interaction_colleague: 'interactions',
  task: 'tasks', sales_order: 'orders', order_line: 'orders', product: 'orders', setting: 'book', list_view: 'views',
  account_known_as: 'accounts', person_known_as: 'people', distinct_pair: 'accounts',
  milestone: 'reminders', reminder_answer: 'reminders', work_day: 'reminders',
  review: 'reviews', review_section: 'reviews', review_person: 'reviews', review_colleague: 'reviews', review_item: 'reviews', review_frozen: 'reviews', review_template: 'reviews',
};

/** What changed, told to every client that listens. */
export class Topics {
  readonly #listeners = new Set<(topic: Topic) => void>();

  subscribe(listener: (topic: Topic) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(topic: Topic): void {
    for (const listener of this.#listeners) listener(topic);
  }

  /** A step's tables as topics, and always the history. */
  publishStep(tables: string[], accountIds: string[] | null): void {
    for (const topic of new Set(tables.map((table) => TOPIC_OF[table]).filter((one) => one !== undefined))) this.publish({ topic, ...(accountIds ? { accountIds } : {}) });
    this.publish({ topic: 'history' });
  }
}
