import { z } from 'zod';

export const colleagueSchema = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  /** The one who uses this book. */
  isMe: z.boolean(),
});
export type Colleague = z.infer<typeof colleagueSchema>;
