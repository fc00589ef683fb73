import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/project.ts';

// The crash test of "npm test" with ten times its kills; CRASH_RUNS asks for another number.
const env = { ...process.env, CRASH_RUNS: process.env['CRASH_RUNS'] ?? '2000' };
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/crash'], { cwd: root, env, stdio: 'inherit' });
process.exit(status ?? 1);
