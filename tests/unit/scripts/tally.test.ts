import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPlaywright, readVitest } from '../../../scripts/lib/read-reports.ts';
import { addTallies } from '../../../scripts/lib/tally.ts';

let dir = '';
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'ballast-tally-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function report(value: unknown): string {
  const path = join(dir, 'report.json');
  writeFileSync(path, JSON.stringify(value));
  return path;
}

it('counts vitest\'s tests, and a file that could not be loaded', () => {
  const test = (status: string, fullName: string) => ({ status, fullName });
  expect(readVitest(report({
    testResults: [
      { status: 'passed', assertionResults: [test('passed', 'a'), test('passed', 'b'), test('pending', 'needs data'), test('todo', 'later')] },
      { status: 'failed', assertionResults: [test('failed', 'c'), test('passed', 'd')] },
      { status: 'failed', assertionResults: [] },
    ],
  }))).toEqual({ passed: 3, failed: 2, skipped: ['needs data', 'later'] });
});

it('counts Playwright\'s tests through nested suites, names what was skipped, and names a test that needed its second try', () => {
  const spec = (title: string, status: string, annotations: { type: string; description?: string }[] = []) => ({ title, tests: [{ status, annotations }] });
  expect(readPlaywright(report({
    errors: [{ message: 'outside' }],
    suites: [{
      title: 'thread.spec.ts',
      specs: [spec('opens', 'expected'), spec('wavers', 'flaky'), spec('breaks', 'unexpected')],
      suites: [{ title: 'import', specs: [spec('Northwind', 'skipped', [{ type: 'skip', description: 'no data' }])] }],
    }],
  }))).toEqual({ passed: 2, failed: 2, skipped: ['thread.spec.ts wavers: passed only when tried again', 'thread.spec.ts import Northwind: no data'] });
});

it('takes a missing report for nothing, and adds', () => {
  expect(readVitest(join(dir, 'none'))).toEqual({ passed: 0, failed: 0, skipped: [] });
  expect(readPlaywright(join(dir, 'none'))).toEqual({ passed: 0, failed: 0, skipped: [] });
  expect(addTallies({ passed: 1, failed: 2, skipped: ['a'] }, { passed: 3, failed: 4, skipped: ['b'] })).toEqual({ passed: 4, failed: 6, skipped: ['a', 'b'] });
});
