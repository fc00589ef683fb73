import type { Configuration } from 'electron-builder';

/**
 * What is shipped for a system. Everything but the database's native module is bundled; of node_modules only patterns
 * that exclude count. The system is named here because electron-builder's own macro names the one that packs, and the
 * list is whole because lists for one system are not joined to a common one.
 */
const filesFor = (system: 'win32' | 'darwin' | 'linux') => [
  'package.json',
  'out/main/**',
  'out/preload/**',
  'out/renderer/**',
  'out/node/*-worker.js',
  'out/node/chunks/**',
  'resources/**',
  '!node_modules/!(better-sqlite3)/**',
  '!node_modules/better-sqlite3/{deps,src}/**',
  `!node_modules/better-sqlite3/prebuilds/!(${system}-\${arch}).node`,
];

const config: Configuration = {
  appId: 'app.ballast.desktop',
  productName: 'Ballast',
  copyright: 'Ballast contributors, MIT licence',
  directories: { output: 'dist' },
  // Packages with a binary would be unpacked whole, and what is unpacked is not checked when it is loaded.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  // The module carries a binary for each system, which every Electron of its Node-API level loads as it is.
  npmRebuild: false,
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    // Without a certificate the changed binary would not start on Apple silicon.
    resetAdHocDarwinSignature: true,
  },
  electronLanguages: ['en-US', 'zh-CN'],
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  win: { files: filesFor('win32'), icon: 'resources/icons/icon.png', target: [{ target: 'nsis', arch: ['x64', 'arm64'] }] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false },
  mac: {
    files: filesFor('darwin'),
    icon: 'resources/icons/icon.png',
    category: 'public.app-category.business',
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }, { target: 'zip', arch: ['x64', 'arm64'] }],
  },
  linux: {
    files: filesFor('linux'),
    icon: 'resources/icons/icon.png',
    category: 'Office',
    maintainer: 'Ballast contributors',
    synopsis: "The key account manager's own file",
    target: [{ target: 'AppImage', arch: ['x64', 'arm64'] }, { target: 'deb', arch: ['x64', 'arm64'] }],
  },
  publish: null,
};

export default config;
