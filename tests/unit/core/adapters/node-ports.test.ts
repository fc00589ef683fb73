import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDataDir } from '#core/adapters/data-dir.ts';
import { createFileLog } from '#core/adapters/file-log.ts';
import { createNodePorts } from '#core/adapters/node-ports.ts';
import { programFiles } from '#core/adapters/program-files.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';

let dir = '';
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'ballast-ports-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('localDataDir', () => {
  const of = (platform: NodeJS.Platform, env: Record<string, string>) => localDataDir({ platform, env, home: '/home/a' }).replaceAll('\\', '/');

  it('is local application data of each system', () => {
    expect(of('linux', {})).toBe('/home/a/.local/share/ballast');
    expect(of('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/ballast');
    expect(of('linux', { XDG_DATA_HOME: 'relative' })).toBe('/home/a/.local/share/ballast');
    expect(of('darwin', {})).toBe('/home/a/Library/Application Support/Ballast');
    expect(of('win32', { LOCALAPPDATA: '/home/a/Local' })).toBe('/home/a/Local/Ballast');
    expect(of('win32', {})).toBe('/home/a/AppData/Local/Ballast');
  });

  it('gives way to BALLAST_DATA_DIR, which must be absolute', () => {
    expect(of('linux', { BALLAST_DATA_DIR: '/else' })).toBe('/else');
    expect(() => of('linux', { BALLAST_DATA_DIR: 'else' })).toThrow('absolute');
  });
});

describe('programFiles', () => {
  it('finds the project around a source entry, with workers as source', () => {
    const files = programFiles(pathToFileURL(join(process.cwd(), 'electron', 'loopback', 'main.ts')).href);
    expect(files.root).toBe(process.cwd());
    expect(existsSync(join(files.resourcesDir, 'migrations'))).toBe(true);
    expect(files.workers.parse.href).toMatch(/parse-worker\.ts$/);
  });

  it('takes built workers beside a built entry', () => {
    writeFileSync(join(dir, 'package.json'), '{}');
    const files = programFiles(pathToFileURL(join(dir, 'out', 'main', 'core-entry.js')).href);
    expect(files.root).toBe(dir);
    expect(files.rendererDir).toBe(join(dir, 'out', 'renderer'));
    expect(files.workers.backup.href).toBe(pathToFileURL(join(dir, 'out', 'node', 'backup-worker.js')).href);
  });

  it('refuses an entry outside of any project', () => {
    expect(() => programFiles(pathToFileURL(join(dir, 'main.js')).href)).toThrow('no project');
  });
});

describe('the program log', () => {
  const log = () => createFileLog(join(dir, 'logs'), { now: () => Date.UTC(2026, 10, 23) });
  const text = () => readFileSync(join(dir, 'logs', 'ballast.log'), 'utf8');

  it('keeps name, code and frames of an error and none of its words', () => {
    const cause = new SyntaxError('Unexpected token in "Acme GmbH, Mr Secret"');
    log().error('a procedure failed', new CodedError('import-failed', { cause }));
    log().info('started');
    expect(text()).toMatch(/^2026-11-23T00:00:00\.000Z error a procedure failed: CodedError import-failed\n\s+at /);
    expect(text()).toContain('caused by SyntaxError');
    expect(text()).not.toContain('Secret');
    expect(text()).toMatch(/info started\n$/);
  });

  it('turns over and keeps one older file', () => {
    log().info('first');
    writeFileSync(join(dir, 'logs', 'ballast.log'), 'x'.repeat(1024 * 1024 + 1));
    log().info('second');
    expect(text()).toMatch(/second\n$/);
    expect(statSync(join(dir, 'logs', 'ballast.log.1')).size).toBe(1024 * 1024 + 1);
  });

  it('never fails its caller', () => {
    writeFileSync(join(dir, 'logs'), 'a file in the way');
    expect(() => log().error('x', 'thrown text')).not.toThrow();
  });
});

describe('createNodePorts', () => {
  it('makes the data folder its owner\'s alone and gives ids in order of time', () => {
    const dataDir = join(dir, 'data');
    const program = programFiles(import.meta.url);
    const ports = createNodePorts({ hostName: 'loopback', dataDir, program, files: { resolve: () => null } });
    if (process.platform !== 'win32') expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(ports.paths).toEqual({ dataDir, resourcesDir: program.resourcesDir });
    const ids = [ports.ids.uuid(), ports.ids.uuid()];
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(2);
    const [before, now, after] = [Date.now(), ports.clock.now(), Date.now()];
    expect([before <= now, now <= after]).toEqual([true, true]);
  });
});
