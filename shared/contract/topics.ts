import { z } from 'zod';

/** What changed, for clients to invalidate their queries: a table-like topic, and the account when it is one. */
export const topicSchema = z.object({
  topic: z.enum(['app', 'book', 'accounts', 'people', 'interactions', 'tasks', 'orders', 'history', 'drafts', 'backups', 'views', 'reminders', 'reviews']),
  accountIds: z.array(z.string()).optional(),
});

export type Topic = z.infer<typeof topicSchema>;
