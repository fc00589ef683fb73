import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The shell, built as it is shipped, in a project of its own with a small page in place of the renderer. */
export interface BuiltShell {
  dir: string;
  main: string;
  coreEntry: string;
  preload: string;
  remove(): void;
}

/** Runs the project's own electron-vite configuration; takes some two seconds. */
export async function buildShell(): Promise<BuiltShell> {
  const dir = mkdtempSync(join(tmpdir(), 'ballast-shell-'));
  const out = join(dir, 'out');
  await promisify(execFile)(process.execPath, [
    join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '-c', 'electron.config.ts', '--ignoreConfigWarning', '--outDir', out, '-l', 'error',
  ], { cwd: root });
  cpSync(join(root, 'package.json'), join(dir, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'), 'junction');
  symlinkSync(join(root, 'resources'), join(dir, 'resources'), 'junction');
  mkdirSync(join(out, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(out, 'renderer', 'index.html'), '<!doctype html><html><head></head><body></body></html>');
  writeFileSync(join(out, 'renderer', 'assets', 'app.js'), 'export {};');
  return {
    dir,
    main: join(out, 'main', 'index.js'),
    coreEntry: join(out, 'main', 'core-entry.js'),
    preload: join(out, 'preload', 'index.cjs'),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
