import type Database from 'better-sqlite3';
import { migrateView } from '#shared/domain/view/migrate-view.ts';
import type { CurrentView, SavedView } from '#shared/domain/view/model.ts';
import { prepared } from '#core/db/prepared.ts';

interface ViewRow {
  id: string;
  list: string;
  name: string;
  place: number;
  document: string;
}

/** By place. A document that this version cannot read is left alone and not shown. */
export function listViews(db: Database.Database, list: string): SavedView[] {
  return prepared<ViewRow>(db, 'SELECT id, list, name, place, document FROM list_view WHERE list = ? ORDER BY place, id').all(list).flatMap((row) => {
    const document = migrateView(JSON.parse(row.document));
    return document ? [{ id: row.id, name: row.name, place: row.place, document }] : [];
  });
}

export function readView(db: Database.Database, id: string): Pick<ViewRow, 'name' | 'list'> | undefined {
  return prepared<ViewRow>(db, 'SELECT name, list FROM list_view WHERE id = ?').get(id);
}

/** Inside `book.write`: a new view goes behind the others, a known one keeps its place. */
export function writeView(db: Database.Database, { id, list, name, document }: { id: string; list: string; name: string; document: CurrentView }): void {
  prepared(db, `
    INSERT INTO list_view (id, list, name, place, document)
    VALUES (@id, @list, @name, (SELECT coalesce(max(place), -1) + 1 FROM list_view WHERE list = @list), @document)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, document = excluded.document`).run({ id, list, name, document: JSON.stringify(document) });
}

/** Inside `book.write`. */
export function placeView(db: Database.Database, id: string, place: number): void {
  prepared(db, 'UPDATE list_view SET place = ? WHERE id = ?').run(place, id);
}

/** Inside `book.write`. */
export function removeView(db: Database.Database, id: string): void {
  prepared(db, 'DELETE FROM list_view WHERE id = ?').run(id);
}
