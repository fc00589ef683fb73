import type Database from 'better-sqlite3';
import { builtInTemplates, isBuiltIn, migrateTemplate, type ReviewTemplate, type SavedTemplate } from '#shared/domain/review/template.ts';
import { found } from '#shared/kernel/found.ts';
import { prepared } from '#core/db/prepared.ts';

type TemplateRow = Omit<SavedTemplate, 'document'> & { document: string };

const COLUMNS = 'SELECT id, name, document FROM review_template';

/** By name. A document that this version cannot read is left alone and not shown. */
export function listTemplates(db: Database.Database): SavedTemplate[] {
  return prepared<TemplateRow>(db, `${COLUMNS} ORDER BY name, id`).all().flatMap((row) => {
    const document = migrateTemplate(JSON.parse(row.document));
    return document ? [{ ...row, document }] : [];
  });
}

export function templateName(db: Database.Database, id: string): string | undefined {
  return prepared<TemplateRow>(db, `${COLUMNS} WHERE id = ?`).get(id)?.name;
}

/**
 * One of the program's, or one's own.
 * @throws CodedError `not-found` on `template`
 */
export function readTemplate(db: Database.Database, id: string): ReviewTemplate {
  return isBuiltIn(id) ? builtInTemplates[id] : found(listTemplates(db).find((one) => one.id === id), 'template').document;
}

/** Inside `book.write`: adds a template, or replaces the one of this id. */
export function writeTemplate(db: Database.Database, { id, name, document }: SavedTemplate): void {
  prepared(db, `INSERT INTO review_template (id, name, document) VALUES (@id, @name, @document)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, document = excluded.document`).run({ id, name, document: JSON.stringify(document) });
}

/** Inside `book.write`. */
export function deleteTemplate(db: Database.Database, id: string): void {
  prepared(db, 'DELETE FROM review_template WHERE id = ?').run(id);
}
