import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SENTINEL } from '@electron/fuses/dist/constants.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

interface AsarEntry { files?: Record<string, AsarEntry>; unpacked?: boolean }

/** What electron-builder made of the project's own configuration. */
export interface PackedShell {
  /** The program whose fuses were set. */
  program: string;
  /** Paths in the archive, those kept outside it included. */
  packed: string[];
  /** Paths that lie beside the archive. */
  beside: string[];
  remove(): void;
}

/** A program with the eight fuses of Electron as they are when it is downloaded, which is all that packing changes in it. */
function writeElectron(dir: string): void {
  mkdirSync(join(dir, 'locales'), { recursive: true });
  mkdirSync(join(dir, 'resources'));
  writeFileSync(join(dir, 'electron'), Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 8]), Buffer.from('10110001')]));
  for (const name of ['LICENSE', 'version', 'chrome_crashpad_handler', 'chrome-sandbox', 'locales/en-US.pak', 'locales/zh-CN.pak', 'locales/de.pak']) {
    writeFileSync(join(dir, name), '');
  }
}

function writeBuilt(dir: string): void {
  const files = [
    'out/main/index.js', 'out/main/chunks/a.js', 'out/main/core-entry.js', 'out/preload/index.cjs', 'out/renderer/index.html', 'out/built',
    'out/node/parse-worker.js', 'out/node/backup-worker.js', 'out/node/chunks/b.js', 'out/node/cli.js', 'out/node/loopback.js', 'electron/main/index.ts',
  ];
  for (const file of files) {
    mkdirSync(join(dir, file, '..'), { recursive: true });
    writeFileSync(join(dir, file), 'built');
  }
}

function listAsar(path: string): string[] {
  const archive = readFileSync(path);
  const head: AsarEntry = JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString());
  const list = (entry: AsarEntry, prefix: string): string[] => Object.entries(entry.files ?? {}).flatMap(([name, inner]) => (
    inner.files ? list(inner, `${prefix}${name}/`) : [`${prefix}${name}`]
  ));
  return list(head, '').toSorted();
}

/** Packs for Linux, with a program of a few bytes in Electron's place. */
export async function packShell(): Promise<PackedShell> {
  const dir = mkdtempSync(join(tmpdir(), 'ballast-package-'));
  writeElectron(join(dir, 'electron-program'));
  writeBuilt(dir);
  for (const name of ['package.json', 'electron-builder.config.ts', 'resources']) cpSync(join(root, name), join(dir, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'), 'junction');
  await promisify(execFile)(process.execPath, [
    join(root, 'node_modules/electron-builder/cli.js'), '--linux', 'dir', '--x64', '--config', 'electron-builder.config.ts',
    `-c.electronDist=${join(dir, 'electron-program')}`,
  // Under a test runner's name it would link files instead of copying them.
  ], { cwd: dir, env: { ...process.env, VITEST: undefined } });
  const unpacked = join(dir, 'dist', 'linux-unpacked');
  const beside = join(unpacked, 'resources', 'app.asar.unpacked');
  return {
    program: join(unpacked, 'ballast'),
    packed: listAsar(join(unpacked, 'resources', 'app.asar')),
    beside: readdirSync(beside, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      .map((entry) => relative(beside, join(entry.parentPath, entry.name))),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
