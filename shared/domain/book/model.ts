import { z } from 'zod';

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

export const themes = ['light', 'dark', 'auto'] as const;

/** What only some hosts can do: start the program with the computer, and keep it at work when its window is closed. */
export const hostOffers = ['startAtLogin', 'stayInTray'] as const;
export type HostOffer = (typeof hostOffers)[number];

/** Settings of the program on this computer, outside any book. */
export const appSettingsSchema = z.object({ language: z.enum(languages), theme: z.enum(themes), startAtLogin: z.boolean(), stayInTray: z.boolean() });
export type AppSettings = z.infer<typeof appSettingsSchema>;

export const newBookSchema = z.object({
  title: z.string().trim().min(1).max(100),
  /** IANA name: zoneless times and month ends are read in it. */
  timeZone: z.string().min(1).max(60),
  /** ISO 4217 code. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Name of the one who keeps the book. */
  owner: z.string().trim().min(1).max(100),
});
export type NewBook = z.infer<typeof newBookSchema>;

/** What can be changed of a book that is in use; an absent field stays as it is. */
export const bookChangesSchema = newBookSchema.pick({ title: true, timeZone: true, currency: true }).partial();
export type BookChanges = z.infer<typeof bookChangesSchema>;

export const bookStatusSchema = z.object({
  bookId: z.string(),
  path: z.string(),
  title: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  me: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Set when writing is refused, with the reason. */
  readOnly: z.enum(['newer-version']).nullable(),
  /** `ahead` when the last write lies more than a day after the wall clock. */
  clock: z.enum(['ok', 'ahead']),
  /** Result of the background check; null while it runs. */
  healthy: z.boolean().nullable(),
  lastBackupAt: z.number().int().nullable(),
  /** The latest try to back up failed; it is tried again every hour. */
  backupFailed: z.boolean(),
  /** Today in the book's time zone. */
  today: z.string(),
});
export type BookStatus = z.infer<typeof bookStatusSchema>;

export const backupSchema = z.object({
  file: z.string(),
  takenAt: z.number().int(),
  bytes: z.number().int(),
  kind: z.enum(['daily', 'weekly', 'monthly', 'before-migration', 'before-restore']),
});
export type Backup = z.infer<typeof backupSchema>;
