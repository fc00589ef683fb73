import { eq } from 'drizzle-orm';
import type { AccountFields } from '#shared/domain/account/model.ts';
import type { Book } from '#core/db/book.ts';
import { account } from '#core/db/schema/account.ts';

/** Inside `book.write`. */
export function insertAccount(book: Book, row: Partial<AccountFields> & { id: string; name: string; createdAt: number }): void {
  book.orm.insert(account).values(row).run();
}

/** Inside `book.write`; an empty patch changes nothing. */
export function updateAccount(book: Book, id: string, patch: Partial<AccountFields>): void {
  if (Object.keys(patch).length > 0) book.orm.update(account).set(patch).where(eq(account.id, id)).run();
}
