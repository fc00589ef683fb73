import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { ChosenFiles } from '../ports/host-ports.ts';

/** Files a person chose in this run, under tokens that cannot be guessed. */
export interface ChosenFileTable extends ChosenFiles {
  /** @returns the token; `name` is what the person knows the file by, the path's last part when absent */
  add(path: string, name?: string): string;
}

/** Tokens live as long as the host does and are worth nothing to another. */
export function createChosenFileTable(): ChosenFileTable {
  const files = new Map<string, { path: string; name: string }>();
  return {
    add(path, name = basename(path)) {
      const token = randomBytes(16).toString('base64url');
      files.set(token, { path, name });
      return token;
    },
    resolve: (token) => files.get(token) ?? null,
  };
}
