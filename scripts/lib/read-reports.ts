import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { addTallies, emptyTally, type Tally } from './tally.ts';

const vitestReport = z.object({
  testResults: z.array(z.object({
    status: z.string(),
    assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
  })),
});

/** Reads vitest's JSON report. A file that could not be loaded counts as one failure; a missing report as none of anything. */
export function readVitest(path: string): Tally {
  if (!existsSync(path)) return emptyTally();
  const { testResults } = vitestReport.parse(JSON.parse(readFileSync(path, 'utf8')));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const unloaded = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'));
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + unloaded.length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  };
}

interface Suite {
  title: string;
  specs: { title: string; tests: { status: string; annotations: { type: string; description?: string }[] }[] }[];
  suites?: Suite[];
}

const suite: z.ZodType<Suite> = z.object({
  title: z.string(),
  specs: z.array(z.object({
    title: z.string(),
    tests: z.array(z.object({ status: z.string(), annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })) })),
  })),
  get suites() { return z.array(suite).optional(); },
});

const playwrightReport = z.object({ suites: z.array(suite), errors: z.array(z.unknown()) });

function tallySuite({ title, specs, suites = [] }: Suite, path: string): Tally {
  const own = specs.flatMap((spec) => spec.tests.map(({ status, annotations }): Tally => {
    const reason = annotations.find(({ type }) => type === 'skip')?.description;
    if (status === 'skipped') return { ...emptyTally(), skipped: [`${path}${title} ${spec.title}${reason ? `: ${reason}` : ''}`] };
    // On a slow machine a test may need its second try; it counts, and is named so that somebody looks at it.
    if (status === 'flaky') return { passed: 1, failed: 0, skipped: [`${path}${title} ${spec.title}: passed only when tried again`] };
    return { ...emptyTally(), passed: status === 'expected' ? 1 : 0, failed: status === 'expected' ? 0 : 1 };
  }));
  return [...own, ...suites.map((inner) => tallySuite(inner, `${path}${title} `))].reduce(addTallies, emptyTally());
}

/** Reads Playwright's JSON report; an error outside of any test counts as a failure. */
export function readPlaywright(path: string): Tally {
  if (!existsSync(path)) return emptyTally();
  const { suites, errors } = playwrightReport.parse(JSON.parse(readFileSync(path, 'utf8')));
  return suites.map((one) => tallySuite(one, '')).reduce(addTallies, { ...emptyTally(), failed: errors.length });
}
