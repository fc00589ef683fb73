import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** One sample file for each room of the house. */
const rooms: Record<string, string> = {
  kernel: 'shared/kernel/a.ts', domain: 'shared/domain/account/a.ts', otherDomain: 'shared/domain/order/a.ts', contract: 'shared/contract/a.ts',
  ports: 'electron/core/ports/a.ts', adapters: 'electron/core/adapters/a.ts', db: 'electron/core/db/a.ts', measures: 'electron/core/measures/a.ts',
  documents: 'electron/core/documents/a.ts', jobs: 'electron/core/jobs/a.ts', coreFeature: 'electron/core/features/accounts/a.ts',
  otherCoreFeature: 'electron/core/features/tasks/a.ts', composition: 'electron/core/create-core.ts', main: 'electron/main/a.ts', coreEntry: 'electron/main/core-entry.ts',
  preload: 'electron/preload/a.ts', loopback: 'electron/loopback/a.ts', cli: 'electron/cli/a.ts', app: 'renderer/app/a.ts', ui: 'renderer/ui/a.ts',
  charts: 'renderer/charts/a.ts', tables: 'renderer/tables/a.ts', client: 'renderer/client/a.ts', rendererFeature: 'renderer/features/accounts/a.ts',
  otherRendererFeature: 'renderer/features/review/a.ts',
};

const core = ['kernel', 'domain', 'contract', 'ports', 'db', 'measures', 'documents'];
const host = ['composition', 'ports', 'adapters', 'contract', 'kernel'];

/** The import law as the design says it, written down here a second time on purpose. */
const law: Record<string, string[]> = {
  kernel: [], domain: ['kernel'], otherDomain: ['kernel'], contract: ['domain', 'otherDomain', 'kernel'],
  ports: ['kernel', 'domain', 'otherDomain'], db: ['kernel', 'domain', 'otherDomain', 'ports'], adapters: ['kernel', 'ports'], measures: ['kernel', 'domain', 'otherDomain', 'db'],
  jobs: ['kernel', 'domain', 'otherDomain', 'db', 'measures', 'ports'], documents: ['kernel', 'domain', 'otherDomain', 'db', 'measures', 'ports'],
  coreFeature: [...core, 'otherDomain'], otherCoreFeature: [...core, 'otherDomain'],
  composition: ['kernel', 'domain', 'otherDomain', 'contract', 'ports', 'adapters', 'db', 'measures', 'jobs', 'documents', 'coreFeature', 'otherCoreFeature'],
  main: host.filter((room) => room !== 'composition').concat('coreEntry'), coreEntry: [...host, 'main'], loopback: host, cli: host, preload: ['contract'],
  ui: ['kernel'], charts: ['kernel'], tables: ['kernel'], client: ['contract', 'kernel'],
  rendererFeature: ['contract', 'domain', 'otherDomain', 'kernel', 'ui', 'charts', 'tables', 'client'],
  otherRendererFeature: ['contract', 'domain', 'otherDomain', 'kernel', 'ui', 'charts', 'tables', 'client'],
  app: ['contract', 'domain', 'otherDomain', 'kernel', 'ui', 'charts', 'tables', 'client', 'rendererFeature', 'otherRendererFeature'],
};

const packages: Record<string, string[]> = {
  electron: ['main', 'coreEntry', 'preload'], 'better-sqlite3': ['db'], pptxgenjs: ['documents'], papaparse: ['coreFeature', 'otherCoreFeature'], echarts: ['charts'],
  '@tanstack/react-table': ['tables'], '@tanstack/react-virtual': ['tables'], dompurify: ['app'],
};

const webRooms = ['kernel', 'domain', 'otherDomain', 'contract', 'app', 'ui', 'charts', 'tables', 'client', 'rendererFeature', 'otherRendererFeature'];

let dir: string;
/** `file → import` of everything the linter complained about. */
let reported: Set<string>;
const planted: { room: string; target: string; file: string; allowed: boolean }[] = [];

const aliasOf = (path: string): string => `#${path.replace(/^electron\/core\//, 'core/')}`;

function plant(room: string, target: string, source: string, allowed: boolean): void {
  const home = rooms[room] ?? '';
  const file = room === 'coreEntry' ? home : `${dirname(home)}/imports-${target.replaceAll(/[^a-z0-9]/gi, '-').toLowerCase()}.ts`;
  if (room === 'coreEntry' && planted.some((one) => one.file === file)) return;
  planted.push({ room, target, file, allowed });
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), `import { a } from '${source}';\nexport const used = a;\n`);
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-law-'));
  for (const name of ['.oxlintrc.json', 'package.json', 'tsconfig.json', 'tsconfig.base.json']) cpSync(join(root, name), join(dir, name));
  cpSync(join(root, 'scripts/ballast-lint.js'), join(dir, 'scripts/ballast-lint.js'));
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  plant('coreEntry', 'composition', aliasOf(rooms['composition'] ?? ''), true);
  for (const [room, file] of Object.entries(rooms)) {
    if (room === 'coreEntry') continue;
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), 'export const a = 1;\n');
  }
  for (const [room, allowed] of Object.entries(law)) {
    if (room === 'coreEntry') continue;
    for (const [target, file] of Object.entries(rooms)) {
      const sameRoom = dirname(file) === dirname(rooms[room] ?? '');
      if (!sameRoom && target !== 'coreEntry') plant(room, target, aliasOf(file), allowed.includes(target));
    }
    for (const [name, homes] of Object.entries(packages)) plant(room, name, name, homes.includes(room));
    if (webRooms.includes(room)) plant(room, 'node', 'node:fs', false);
  }
  writeFileSync(join(dir, 'electron/nowhere.ts'), 'export const a = 1;\n');
  writeFileSync(join(dir, 'shared/kernel/default.ts'), 'export default 1;\n');
  writeFileSync(join(dir, 'electron/core/db/replace.ts'), "export const sql = `INSERT OR REPLACE INTO account VALUES (1)`;\nexport const plain = 'REPLACE INTO account VALUES (1)';\n");
  writeFileSync(join(dir, 'shared/kernel/any.ts'), 'export const x = (y: any) => y;\n');
  writeFileSync(join(dir, 'shared/kernel/long.ts'), `${Array.from({ length: 401 }, (_, n) => `export const a${n} = ${n};`).join('\n')}\n`);
  writeFileSync(join(dir, 'shared/kernel/cycle-a.ts'), "import { b } from './cycle-b.ts';\nexport const a = () => b;\n");
  writeFileSync(join(dir, 'shared/kernel/cycle-b.ts'), "import { a } from './cycle-a.ts';\nexport const b = () => a;\n");
  writeFileSync(join(dir, 'shared/kernel/bad_name.ts'), 'export const a = 1;\n');
  const output = run();
  const found = JSON.parse(output) as { diagnostics: { filename: string; code: string }[] };
  reported = new Set(found.diagnostics.map((one) => `${one.filename} ${one.code}`));
});

function run(): string {
  try {
    return execFileSync(join(root, 'node_modules/.bin/oxlint'), ['-f', 'json'], { cwd: dir, encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch (error) {
    // The linter ends with 1 when it has found something, which is what we want to read.
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') return error.stdout;
    throw error;
  }
}

afterAll(() => rmSync(dir, { recursive: true, force: true }));

const complains = (file: string, code: string): boolean => reported.has(`${file} ${code}`);
const importComplaint = (file: string): boolean => complains(file, 'boundaries(dependencies)') || complains(file, 'eslint(no-restricted-imports)');

describe('the import law', () => {
  it('reports every import that the design does not list', () => {
    const missed = planted.filter((one) => !one.allowed && !importComplaint(one.file)).map((one) => `${one.room} → ${one.target}`);
    expect(missed).toEqual([]);
    expect(planted.filter((one) => !one.allowed).length).toBeGreaterThan(400);
  });

  it('lets every listed import pass', () => {
    const wronged = planted.filter((one) => one.allowed && importComplaint(one.file)).map((one) => `${one.room} → ${one.target}`);
    expect(wronged).toEqual([]);
  });

  it.each([
    ['a file in no room', 'electron/nowhere.ts', 'boundaries(no-unknown-files)'],
    ['a default export', 'shared/kernel/default.ts', 'import(no-default-export)'],
    ['INSERT OR REPLACE', 'electron/core/db/replace.ts', 'ballast(no-replace)'],
    ['any', 'shared/kernel/any.ts', 'typescript(no-explicit-any)'],
    ['more than 400 lines', 'shared/kernel/long.ts', 'eslint(max-lines)'],
    ['a circle of imports', 'shared/kernel/cycle-a.ts', 'import(no-cycle)'],
    ['a name in snake case', 'shared/kernel/bad_name.ts', 'unicorn(filename-case)'],
  ])('reports %s', (_what, file, code) => expect(complains(file, code)).toBe(true));
});
