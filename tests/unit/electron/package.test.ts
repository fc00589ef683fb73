import { readFileSync } from 'node:fs';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, it } from 'vitest';
import config from '../../../electron-builder.config.ts';
import { packShell, type PackedShell } from './stand-in/packed-shell.ts';

const targets = (list: unknown) => (Array.isArray(list) ? list.map((one: { target: string }) => one.target) : []);

describe('the packaging configuration', () => {
  it('makes an installer for each system', () => {
    expect(targets(config.win?.target)).toEqual(['nsis']);
    expect(targets(config.mac?.target)).toEqual(['dmg', 'zip']);
    expect(targets(config.linux?.target)).toEqual(['AppImage', 'deb']);
  });

  it('rebuilds no module, publishes nowhere and keeps the books when it is removed', () => {
    expect(config).toMatchObject({ npmRebuild: false, publish: null, nsis: { deleteAppDataOnUninstall: false } });
  });

  it.each(['icon.png', 'tray.png', 'tray@2x.png', 'trayTemplate.png', 'trayTemplate@2x.png'])('has %s, square and with an alpha channel', (name) => {
    const png = readFileSync(new URL(`../../../resources/icons/${name}`, import.meta.url));
    const sizes: Record<string, number> = { 'icon.png': 1024, 'tray.png': 32, 'tray@2x.png': 64, 'trayTemplate.png': 16, 'trayTemplate@2x.png': 32 };
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]]).toEqual([sizes[name], sizes[name], 6]);
  });

  it('takes the binary of the system it packs for, not of the one that packs', () => {
    const { win, mac, linux } = config;
    for (const [of, platform] of [[win, 'win32'], [mac, 'darwin'], [linux, 'linux']] as const) {
      expect(of?.files).toContain(`!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`);
      expect(of?.files).toHaveLength(10);
    }
  });

  it('takes icons that are there', () => {
    for (const icon of [config.win?.icon, config.mac?.icon, config.linux?.icon]) {
      expect(readFileSync(new URL(`../../../${String(icon)}`, import.meta.url)).length).toBeGreaterThan(1000);
    }
  });
});

describe.skipIf(process.platform === 'win32')('a packed program (packed for Linux; not tried on Windows)', () => {
  let shell: PackedShell;
  beforeAll(async () => {
    shell = await packShell();
    return () => shell.remove();
  });

  it('has every fuse set strictly', async () => {
    const wire = await getCurrentFuseWire(shell.program);
    const on = [FuseV1Options.EnableCookieEncryption, FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar];
    const off = [
      FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    const state = (fuse: FuseV1Options) => String.fromCharCode(Number(wire[fuse]));
    expect([on.map(state), off.map(state)]).toEqual([['1', '1', '1'], ['0', '0', '0', '0', '0']]);
  });

  it('keeps the built program and its resources in the archive, and no source', () => {
    expect(shell.packed.filter((path) => /^(out|electron)\//.test(path))).toEqual([
      'out/main/chunks/a.js', 'out/main/core-entry.js', 'out/main/index.js', 'out/node/backup-worker.js', 'out/node/chunks/b.js',
      'out/node/parse-worker.js', 'out/preload/index.cjs', 'out/renderer/index.html',
    ]);
    expect(shell.packed).toEqual(expect.arrayContaining([
      'package.json', 'resources/icons/tray.png', 'resources/locales/en/shell.json', 'resources/migrations/0001_book.sql',
    ]));
  });

  it('carries of all packages the database only, with the one binary of its system beside the archive', () => {
    const modules = shell.packed.filter((path) => path.startsWith('node_modules/'));
    expect(new Set(modules.map((path) => path.split('/')[1]))).toEqual(new Set(['better-sqlite3']));
    expect(modules).toContain('node_modules/better-sqlite3/lib/index.js');
    expect(modules.filter((path) => /\.(node|c|cpp|h)$/.test(path))).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    expect(shell.beside).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
  });
});
