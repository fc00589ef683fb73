import type { Backup } from './model.ts';

const DAY = 86_400_000;

/** What is kept of automatic backups: the newest of each of so many days, weeks and months. */
const KEEP: { kind: 'daily' | 'weekly' | 'monthly'; count: number; slot: (atMs: number) => string }[] = [
  { kind: 'daily', count: 7, slot: (at) => String(Math.floor(at / DAY)) },
  // Days since 1970-01-05, a Monday, so that weeks change where people expect it.
  { kind: 'weekly', count: 4, slot: (at) => String(Math.floor((at / DAY - 4) / 7)) },
  { kind: 'monthly', count: 6, slot: (at) => new Date(at).toISOString().slice(0, 7) },
];

const KEEP_BEFORE = 3;

export interface Rotation {
  keep: Backup[];
  drop: Backup[];
}

/**
 * Decides which backups stay: 7 daily, 4 weekly, 6 monthly, then the newest within `maxBytes`. The newest, and the newest automatic one, always stay.
 * Of those taken before a migration or a restore the newest three stay beside them: the next automatic backup must not
 * take the place of the only way back.
 */
export function rotateBackups(all: Backup[], maxBytes: number): Rotation {
  const newestFirst = all.toSorted((a, b) => b.takenAt - a.takenAt);
  const [before, automatic] = [true, false].map((is) => newestFirst.filter((backup) => backup.kind.startsWith('before') === is)) as [Backup[], Backup[]];
  const kinds = new Map(before.slice(0, KEEP_BEFORE).map((backup) => [backup.file, backup.kind]));
  for (const { kind, count, slot } of KEEP) {
    const seen = new Set<string>();
    for (const backup of automatic) {
      const key = slot(backup.takenAt);
      if (seen.has(key) || seen.size === count) continue;
      seen.add(key);
      if (!kinds.has(backup.file)) kinds.set(backup.file, kind);
    }
  }
  const keep: Backup[] = [];
  let bytes = 0;
  for (const backup of newestFirst) {
    const kind = kinds.get(backup.file);
    if (!kind) continue;
    if (keep.length > 0 && backup !== automatic[0] && bytes + backup.bytes > maxBytes) continue;
    bytes += backup.bytes;
    keep.push({ ...backup, kind });
  }
  const kept = new Set(keep.map((backup) => backup.file));
  return { keep, drop: newestFirst.filter((backup) => !kept.has(backup.file)) };
}
