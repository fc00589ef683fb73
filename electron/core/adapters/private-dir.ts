import { chmodSync, lstatSync, mkdirSync } from 'node:fs';

/**
 * Makes (or tightens) a folder that only its owner may enter.
 * @throws Error when the name is taken by a link, a file or another person's folder: what is put there could be read
 */
export function makePrivateDir(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  const owner = process.getuid?.();
  if (!found.isDirectory() || (owner !== undefined && found.uid !== owner)) {
    throw new Error(`${path} is not a folder of the user who runs this`);
  }
  chmodSync(path, 0o700);
}
