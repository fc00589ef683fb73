import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Backup } from '#shared/domain/book/model.ts';
import { rotateBackups } from '#shared/domain/book/rotate-backups.ts';

const DAY = 86_400_000;
const at = (day: number, bytes = 10): Backup => ({ file: `f${day}`, takenAt: day * DAY + 1, bytes, kind: 'daily' });
const end = Math.floor(Date.UTC(2026, 10, 23) / DAY);

describe('rotating backups', () => {
  it('keeps 7 days, 4 weeks and 6 months of a daily habit', () => {
    const all = Array.from({ length: 400 }, (_, n) => at(end - n));
    const { keep } = rotateBackups(all, Infinity);
    const count = (kind: string): number => keep.filter((backup) => backup.kind === kind).length;
    expect(count('daily')).toBe(7);
    expect(count('weekly')).toBeGreaterThanOrEqual(2);
    expect(count('weekly')).toBeLessThanOrEqual(3);
    expect(new Set(keep.map((backup) => new Date(backup.takenAt).toISOString().slice(0, 7))).size).toBe(6);
  });

  it('lets no automatic backup take the place of what a restore or a migration moved aside, and the other way round', () => {
    const aside = (n: number, kind: Backup['kind']): Backup => ({ ...at(end), file: `aside${n}`, takenAt: end * DAY + 10 + n, kind });
    const all = [at(end), aside(1, 'before-restore'), aside(2, 'before-restore'), aside(3, 'before-migration'), aside(4, 'before-restore'), { ...at(end), file: 'later', takenAt: end * DAY + 20 }];
    expect(rotateBackups(all, Infinity).keep.map(({ file, kind }) => `${file} ${kind}`)).toEqual(['later daily', 'aside4 before-restore', 'aside3 before-migration', 'aside2 before-restore']);
    expect(rotateBackups(all.slice(0, 2), Infinity).keep.map(({ file }) => file)).toEqual(['aside1', `f${end}`]);
    expect(rotateBackups(all.slice(0, 5), 1).keep.map(({ file }) => file)).toEqual(['aside4', `f${end}`]);
  });

  it('always keeps the newest and stays within the bytes otherwise', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 60 }), fc.nat(200), (days, limit) => {
      const all = days.map((day) => at(day));
      const { keep, drop } = rotateBackups(all, limit);
      const newest = all.toSorted((a, b) => b.takenAt - a.takenAt)[0];
      expect(keep[0]?.file).toBe(newest?.file);
      expect(keep.length === 1 || keep.length * 10 <= limit).toBe(true);
      expect(new Set([...keep, ...drop].map((backup) => backup.file)).size).toBe(all.length);
    }));
  });
});
