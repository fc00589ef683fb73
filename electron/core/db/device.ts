import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const recordSchema = z.object({
  device: z.string(),
  /** Identity of the file: a copy or a restored book is another file. */
  inode: z.string(),
  /** Highest arrival seen: a book that has less was put back to an earlier state. */
  arrival: z.number(),
  backupArrival: z.number().default(0),
  backupAt: z.number().nullable().default(null),
});
export type DeviceRecord = z.infer<typeof recordSchema>;

const fileSchema = z.record(z.string(), recordSchema);

const fileOf = (dataDir: string): string => join(dataDir, 'devices.json');

function readAll(dataDir: string): Record<string, DeviceRecord> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    // Absent or damaged: every book gets a new device id, which is always safe.
    return {};
  }
}

export function saveDevice(dataDir: string, bookId: string, record: DeviceRecord): void {
  mkdirSync(dataDir, { recursive: true });
  const all = { ...readAll(dataDir), [bookId]: record };
  const next = `${fileOf(dataDir)}.${process.pid}.new`;
  writeFileSync(next, JSON.stringify(all, null, 1), { mode: 0o600 });
  renameSync(next, fileOf(dataDir));
}

/**
 * This computer's identity for one book. It lies outside the book, so that a copied or restored book does not write
 * under an identity that another copy uses as well.
 */
export function deviceFor(dataDir: string, bookId: string, path: string, arrival: number, newId: () => string): DeviceRecord {
  const inode = String(statSync(path, { bigint: true }).ino);
  const known = readAll(dataDir)[bookId];
  const same = known && known.inode === inode && arrival >= known.arrival;
  const record: DeviceRecord = same
    ? { ...known, arrival }
    : { device: newId(), inode, arrival, backupArrival: 0, backupAt: null };
  saveDevice(dataDir, bookId, record);
  return record;
}
