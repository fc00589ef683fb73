import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openBook } from '#core/db/open-book.ts';
import { prepared } from '#core/db/prepared.ts';
import { runSync } from '#core/sync/run-sync.ts';
import { folderTransport } from '#core/sync/transports/folder.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

// Writes and exchanges without end until it is killed.
const [path = '', dataDir = '', folder = '', name = ''] = process.argv.slice(2);
const ports = { clock: { now: () => Date.now() }, ids: { uuid: () => crypto.randomUUID() } };
const book = openBook(path, { ...ports, dataDir, migrationsDir: join(resourcesDir, 'migrations'), hostName: 'crash', derive: () => undefined });
writeSync(1, 'open\n');
for (let n = 0; ; n += 1) {
  book.write({ kind: 'user', verb: 'test.add', params: {} }, () => {
    for (let row = 0; row < 50; row += 1) prepared(book.db, 'INSERT INTO product (id, name) VALUES (?, ?)').run(crypto.randomUUID(), `${name}.${n}`);
    prepared(book.db, 'UPDATE product SET category = ? WHERE id IN (SELECT id FROM product ORDER BY id LIMIT 20)').run(`${name}.${n}`);
  });
  for await (const event of runSync(book, ports, { transport: folderTransport(folder), folder }, { aborted: false })) void event;
}
