import { existsSync, realpathSync } from 'node:fs';

/**
 * Path of a file that belongs to a book and lies beside it. By whatever link the book is reached, it has one of each.
 * @param kind `lock` is held by its owner, `owner` names the owner's host, `show` asks the owner to show itself
 */
export function besideBook(path: string, kind: 'lock' | 'owner' | 'show'): string {
  return `${existsSync(path) ? realpathSync(path) : path}.${kind}`;
}
