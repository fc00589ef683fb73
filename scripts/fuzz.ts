import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/project.ts';

// The fuzzer of "npm test" with ten times its mutations; FUZZ_RUNS asks for another number, FUZZ_SEED for other ones.
const env = { ...process.env, FUZZ_RUNS: process.env['FUZZ_RUNS'] ?? '50000' };
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/property/fuzz-files.test.ts'], { cwd: root, env, stdio: 'inherit' });
process.exit(status ?? 1);
