import { eq, inArray } from 'drizzle-orm';
import { mergedPosition } from '#shared/domain/duplicates/merged-position.ts';
import { soundLink, type Link } from '#shared/domain/duplicates/sound-link.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { repoint } from '#core/db/repoint.ts';
import { position } from '#core/db/schema/people.ts';

interface Twin {
  stays: string;
  merged: string;
}

const LINKS = `SELECT id, reports_to_id AS upId FROM position WHERE account_id IN (
  SELECT account_id FROM position WHERE id IN (@stays, @merged))`;

function mergeTwin(book: Book, { stays, merged }: Twin): void {
  const rows = book.orm.select().from(position).where(inArray(position.id, [stays, merged])).all();
  const kept = rows.find((row) => row.id === stays);
  const gone = rows.find((row) => row.id === merged);
  if (!kept || !gone) return;
  const reportsToId = soundLink(prepared<Link>(book.db, LINKS).all({ stays, merged }), stays, merged, [kept.reportsToId, gone.reportsToId]);
  book.orm.update(position).set({ ...mergedPosition(kept, gone), reportsToId }).where(eq(position.id, stays)).run();
  repoint(book.db, 'position', merged, stays);
  prepared(book.db, 'DELETE FROM position WHERE id = ?').run(merged);
}

/** Each position of the one person or account with its twin at the other: the same person in the same account. */
const TWINS = {
  account: `SELECT min(s.id) AS stays, m.id AS merged FROM position m JOIN position s ON s.person_id = m.person_id AND s.account_id = @survivorId
    WHERE m.account_id = @mergedId GROUP BY m.id ORDER BY m.id`,
  person: `SELECT min(s.id) AS stays, m.id AS merged FROM position m JOIN position s ON s.account_id = m.account_id AND s.person_id = @survivorId
    WHERE m.person_id = @mergedId GROUP BY m.id ORDER BY m.id`,
} as const;

/** Makes one of the positions that a merge would make two of. Call inside the write, before anything is re-pointed. */
export function mergePositions(book: Book, kind: keyof typeof TWINS, ids: { survivorId: string; mergedId: string }): void {
  for (const twin of prepared<Twin>(book.db, TWINS[kind]).all(ids)) mergeTwin(book, twin);
}
