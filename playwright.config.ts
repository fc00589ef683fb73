import { defineConfig } from '@playwright/test';
import { installedElectron } from './scripts/lib/electron-program.ts';
import type { HostOptions } from './tests/e2e/support/app.ts';
import { chromiumLaunch } from './tests/e2e/support/chromium.ts';

export default defineConfig<HostOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  workers: 1,
  // On a shared machine a second try tells slowness from a defect; it is listed as flaky either way.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    timezoneId: 'Asia/Shanghai',
    launchOptions: chromiumLaunch,
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'loopback', use: { host: 'loopback' } },
    ...(installedElectron() ? [{ name: 'electron', testIgnore: ['attacks.spec.ts', 'opening.spec.ts', 'start.spec.ts'], use: { host: 'electron' as const } }] : []),
  ],
});
