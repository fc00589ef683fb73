import { viewDocumentSchema, type CurrentView } from './model.ts';

/** A stored document as this version understands it; null when it is none, or one from a newer program. */
export function migrateView(stored: unknown): CurrentView | null {
  const read = viewDocumentSchema.safeParse(stored);
  if (!read.success) return null;
  switch (read.data.version) {
    case 1: return read.data;
  }
}
