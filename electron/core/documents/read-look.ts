import type Database from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';
import { PLAIN_LOOK, type Look } from '#shared/domain/document/look.ts';
import { migrateLogo, migrateLook } from '#shared/domain/document/migrate-look.ts';

/** The look of the company's documents as the book keeps it, the plain one where it keeps none that this version understands. */
export function readLook(db: Database.Database): Look {
  const rows = prepared<{ key: string; value: string }>(db, "SELECT key, value FROM setting WHERE key IN ('look', 'logo')").all();
  const stored = (key: string): unknown => {
    const text = rows.find((row) => row.key === key)?.value;
    return text === undefined ? null : JSON.parse(text);
  };
  const [look, logo] = [migrateLook(stored('look')), migrateLogo(stored('logo'))];
  const { company, accent, latin, chinese } = look ?? PLAIN_LOOK;
  return { company, accent, latin, chinese, logo: logo && { type: logo.type, width: logo.width, height: logo.height, data: logo.data } };
}
