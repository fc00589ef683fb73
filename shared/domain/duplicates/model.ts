import { z } from 'zod';

export const recordKinds = ['account', 'person'] as const;
/** What can be there twice. */
export type RecordKind = (typeof recordKinds)[number];

/** Why two records look like one; the more telling first. */
export const likenessReasons = ['name', 'email', 'mobile', 'alias', 'domain', 'phone', 'pinyin'] as const;

export const likenessSchema = z.object({
  reason: z.enum(likenessReasons),
  /** What both have, such as the domain; null where the names show it. */
  value: z.string().nullable(),
});
export type Likeness = z.infer<typeof likenessSchema>;

/** A record as a search for duplicates sees it. */
export interface LikeRecord {
  id: string;
  /** Records with an equal key look alike. */
  keys: { reason: Likeness['reason']; key: string; value: string | null }[];
}

export interface LikePair {
  firstId: string;
  secondId: string;
  reasons: Likeness[];
  /** The higher, the likelier they are one. */
  score: number;
}
