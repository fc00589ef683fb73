import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openBook } from '#core/db/open-book.ts';
import { prepared } from '#core/db/prepared.ts';
import { nextUndo, undoStep } from '#core/db/undo.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

// Writes without end until it is killed. A line goes out only after the write was acknowledged: what the parent has
// read must be in the book afterwards.
const [path = '', dataDir = '', seed = '0'] = process.argv.slice(2);
let random = Number(seed) + 1;
const next = (n: number): number => {
  random = (random * 48271) % 2147483647;
  return random % n;
};

const book = openBook(path, {
  clock: { now: () => Date.now() }, ids: { uuid: () => crypto.randomUUID() }, dataDir, migrationsDir: join(resourcesDir, 'migrations'), hostName: 'crash', derive: () => undefined,
});
const acknowledge = (what: string, stepNo: number, detail: string): void => void writeSync(1, `${what} ${stepNo} ${detail}\n`);

acknowledge('open', 0, '-');
for (let n = 0; ; n += 1) {
  const choice = next(10);
  if (choice < 4) {
    const id = crypto.randomUUID();
    const { stepNo } = book.write({ kind: 'user', verb: 'test.add', params: {} }, () => prepared(book.db, 'INSERT INTO account (id, name, created_at) VALUES (?, ?, 0)').run(id, `${seed}.${n}`));
    acknowledge('add', stepNo, id);
  } else if (choice < 7) {
    const id = prepared<{ id: string }>(book.db, 'SELECT id FROM account ORDER BY id LIMIT 1 OFFSET ?').get(next(20))?.id ?? '';
    const { stepNo } = book.write({ kind: 'user', verb: 'test.edit', params: {} }, () => prepared(book.db, 'UPDATE account SET city = ? WHERE id = ?').run(`${seed}.${n}`, id));
    if (stepNo > 0) acknowledge('edit', stepNo, id);
  } else if (choice < 8) {
    const target = nextUndo(book.db);
    if (target) acknowledge('undo', undoStep(book, target.no).step.no, String(target.no));
  } else {
    const step = book.openStep({ kind: 'import', verb: 'test.bulk', params: {} });
    for (let chunk = 0; chunk < 3; chunk += 1) {
      step.chunk(() => {
        for (let row = 0; row < 40; row += 1) prepared(book.db, 'INSERT INTO product (id, name) VALUES (?, ?)').run(crypto.randomUUID(), `${step.no}`);
      });
      acknowledge('chunk', step.no, String((chunk + 1) * 40));
    }
    await step.finish();
    acknowledge('bulk', step.no, '120');
  }
}
