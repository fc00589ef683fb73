import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { nextUndo } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { readBundleName } from '#shared/domain/sync/bundle-name.ts';
import { MemoryPlace, syncBook, syncNow } from '#tests/builders/sync-books.ts';

const dir = fileURLToPath(new URL('../fixtures/bundles/', import.meta.url));

it('a bundle that the first format wrote is read whole, and answered in the format of today', async () => {
  const place = new MemoryPlace();
  for (const file of readdirSync(dir)) {
    const name = readBundleName(file) ?? expect.fail(file);
    await place.put(name, readFileSync(`${dir}${file}`));
  }
  const two = syncBook(2);
  two.clock.ms += 60_000;
  try {
    const summary = await syncNow(two, place);
    expect(summary).toMatchObject({ received: { bundles: 1, changes: 14 }, sent: { bundles: 1 }, aside: [] });
    const all = (sql: string): unknown[] => two.book.db.prepare(sql).all();
    expect(all('SELECT id, name, city, is_key FROM account')).toEqual([{ id: 'acme', name: '压舱石 "Acme"', city: 'Suzhou', is_key: 0 }]);
    expect(all('SELECT p.name FROM interaction_person i JOIN person p ON p.id = i.person_id')).toEqual([{ name: 'Ping' }]);
    expect(all("SELECT verb, undone_by IS NOT NULL AS undone FROM step WHERE verb IN ('undo', 'account.update', 'person.remove') ORDER BY no")).toEqual(
      [{ verb: 'account.update', undone: 1 }, { verb: 'undo', undone: 0 }, { verb: 'account.update', undone: 0 }, { verb: 'person.remove', undone: 0 }],
    );
    expect(nextUndo(two.book.db)).toBeNull();
    expect(verifyBook(two.book.db).problems).toEqual([]);
  } finally {
    two.dispose();
  }
});
