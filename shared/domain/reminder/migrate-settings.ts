import { defaultReminderSettings, reminderDocumentSchema, type ReminderSettings } from './model.ts';

/** Stored settings as this version understands them; those that the program comes with where there are none, or ones from a newer program. */
export function migrateReminderSettings(stored: unknown): ReminderSettings {
  const read = reminderDocumentSchema.safeParse(stored);
  if (!read.success) return defaultReminderSettings;
  switch (read.data.version) {
    case 1: {
      const { version: _, ...settings } = read.data;
      return settings;
    }
  }
}
