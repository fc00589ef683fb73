import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { markBuilt } from './lib/built.ts';
import { root } from './lib/project.ts';

const startedAt = Date.now();
process.chdir(root);
const logLevel = process.argv.includes('--quiet') ? 'warn' : 'info';
await build({ configFile: join(root, 'vite.config.ts'), logLevel });
await build({ configFile: join(root, 'vite.node.config.ts'), logLevel });
if (existsSync('electron.config.ts')) {
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status } = spawnSync(process.execPath, [electronVite, 'build', '-c', 'electron.config.ts', '-l', logLevel === 'warn' ? 'error' : logLevel], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
markBuilt(startedAt);
