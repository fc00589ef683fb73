import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '#core/adapters/browsers.ts';
import { isBuilt } from './lib/built.ts';
import { root } from './lib/project.ts';
import { readPlaywright, readVitest } from './lib/read-reports.ts';
import { addTallies, emptyTally, type Tally } from './lib/tally.ts';

const results = join(root, 'test-results');
const vitestReport = join(results, 'vitest.json');
const playwrightReport = join(results, 'playwright.json');
const isCi = process.env['CI'] === 'true';
let tally: Tally = emptyTally();

/** Prints what was skipped and the counts, as the last line of the run. */
function finish(failed: boolean): never {
  if (tally.skipped.length > 0) process.stdout.write(`\nskipped or unsteady:\n${tally.skipped.map((name) => `  ${name}\n`).join('')}`);
  process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
  process.exit(failed ? 1 : 0);
}

/** Runs one stage; a failed one ends the run. @param report reads the counts of a stage that has any, else the stage itself counts when it fails */
function stage(name: string, file: string, args: string[], report?: () => Tally): void {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', file), ...args], { cwd: root, stdio: 'inherit' });
  const counted = report?.() ?? emptyTally();
  const failed = status !== 0 || counted.failed > 0;
  tally = addTallies(tally, failed && counted.failed === 0 ? { ...counted, failed: 1 } : counted);
  if (failed) finish(true);
}

mkdirSync(results, { recursive: true });
for (const report of [vitestReport, playwrightReport]) rmSync(report, { force: true });

for (const layer of ['shared', 'node', 'web', 'tests']) stage(`types of ${layer}`, 'typescript/bin/tsc', ['-p', `tsconfig.${layer}.json`]);
stage('oxlint', 'oxlint/bin/oxlint', []);
stage('knip', 'knip/bin/knip.js', []);
stage('vitest', 'vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`], () => readVitest(vitestReport));
if (!isBuilt()) stage('build', '../scripts/build.ts', ['--quiet']);

if (findBrowser()) stage('playwright', '@playwright/test/cli.js', ['test'], () => readPlaywright(playwrightReport));
else {
  const missing = 'end-to-end tests: no Chrome, Edge or Chromium is installed';
  tally = addTallies(tally, isCi ? { ...emptyTally(), failed: 1 } : { ...emptyTally(), skipped: [missing] });
  if (isCi) process.stdout.write(`\n${missing}, and CI=true\n`);
  if (isCi) finish(true);
}
finish(false);
