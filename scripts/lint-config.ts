import { writeFileSync } from 'node:fs';

// Writes .oxlintrc.json. The import law is long and regular, so it is kept as this table (docs/decisions/003).

type Types = string[];

const element = (type: string, pattern: string, extra: object = {}) => ({ type, pattern, ...extra });

const elements = [
  element('kernel', 'shared/kernel'),
  element('domain', 'shared/domain/*', { capture: ['feature'] }),
  element('contract', 'shared/contract'),
  element('locales', 'resources/locales'),
  element('ports', 'electron/core/ports'),
  element('adapters', 'electron/core/adapters'),
  element('db', 'electron/core/db'),
  element('measures', 'electron/core/measures'),
  element('documents', 'electron/core/documents'),
  element('jobs', 'electron/core/jobs'),
  element('sync', 'electron/core/sync'),
  element('core-feature', 'electron/core/features/*', { capture: ['feature'] }),
  element('composition', 'electron/core'),
  element('main', 'electron/main'),
  element('preload', 'electron/preload'),
  element('loopback', 'electron/loopback'),
  element('cli', 'electron/cli'),
  element('app', 'renderer/app'),
  element('ui', 'renderer/ui'),
  element('charts', 'renderer/charts'),
  element('tables', 'renderer/tables'),
  element('client', 'renderer/client'),
  element('renderer-feature', 'renderer/features/*', { capture: ['feature'] }),
];

const pure: Types = ['kernel', 'domain', 'contract'];
const web: Types = ['app', 'ui', 'charts', 'tables', 'client', 'renderer-feature'];
const hosts: Types = ['main', 'loopback', 'cli'];

const allow = (from: string | Types, to: Types) => ({ from: { element: { types: { anyOf: [from].flat() } } }, allow: { to: { element: { types: { anyOf: to } } } } });
const deny = (from: Types, to: object) => ({ from: { element: { types: { anyOf: from } } }, disallow: { to } });
/** Gives a heavy package its importing folders. Types alone cost nothing and may be named anywhere. */
const only = (source: string, types: Types) => ({ from: { element: { types: { noneOf: types } } }, disallow: { to: { module: { origin: 'external', source } }, dependency: { kind: 'value' } } });

/** One domain feature may read another's model only by a line here. */
const domainLines: [from: string, to: string][] = [
  ['interaction', 'task'], ['task', 'account'], ['review', 'book'], ['review', 'document'], ['review', 'person'], ['review', 'order'], ['account', 'person'], ['import', 'interaction'], ['import', 'name'],
  ['sample', 'account'], ['sample', 'book'], ['criteria', 'measures'], ['view', 'criteria'], ['duplicates', 'name'], ['duplicates', 'person'],
  ['account', 'calendar'], ['person', 'calendar'], ['import', 'calendar'], ['reminder', 'calendar'], ['today', 'calendar'], ['sample', 'calendar'],
];

const policies = [
  { from: { element: { type: '*' } }, allow: { to: { module: { origin: ['external', 'core'] } } } },
  allow('domain', ['kernel']),
  ...domainLines.map(([from, to]) => ({
    from: { element: { type: 'domain', captured: { feature: from } } }, allow: { to: { element: { type: 'domain', captured: { feature: to } } } },
  })),
  allow('contract', ['kernel', 'domain']),
  allow(['ports', 'db'], ['kernel', 'domain']),
  allow('db', ['ports']),
  allow('adapters', ['kernel', 'ports']),
  allow('measures', ['kernel', 'domain', 'db']),
  allow(['jobs', 'documents', 'sync'], ['kernel', 'domain', 'db', 'measures', 'ports']),
  allow('core-feature', ['kernel', 'domain', 'contract', 'db', 'measures', 'ports', 'documents', 'sync']),
  allow('composition', ['kernel', 'domain', 'contract', 'ports', 'adapters', 'db', 'measures', 'jobs', 'documents', 'sync', 'core-feature']),
  allow(hosts, ['composition', 'ports', 'adapters', 'contract', 'kernel']),
  allow(hosts, ['locales']),
  allow('preload', ['contract']),
  allow(['ui', 'charts', 'tables'], ['kernel']),
  allow('client', ['kernel', 'contract']),
  allow('renderer-feature', ['kernel', 'domain', 'contract', 'ui', 'charts', 'tables', 'client']),
  allow('app', ['kernel', 'domain', 'contract', 'locales', ...web]),
  deny([...pure, ...web], { module: { origin: 'core' } }),
  only('electron', ['main', 'preload']),
  only('better-sqlite3', ['db']),
  only('drizzle-orm', ['db', 'core-feature']),
  only('pptxgenjs', ['documents']),
  only('lunar-typescript', ['domain']),
  only('ical.js', ['core-feature']),
  only('papaparse', ['core-feature']),
  only('pinyin-pro', ['measures', 'core-feature']),
  only('@orpc/server', ['composition', ...hosts]),
  only('echarts', ['charts']),
  only('@tanstack/react-table', ['tables']),
  only('@tanstack/react-virtual', ['tables']),
  only('dompurify', ['app']),
];

const config = {
  plugins: ['typescript', 'import', 'react', 'unicorn'],
  jsPlugins: ['eslint-plugin-boundaries', './scripts/ballast-lint.js'],
  ignorePatterns: ['out', 'dist', 'node_modules', 'test-results'],
  settings: {
    'import/resolver': { typescript: { alwaysTryTypes: true, project: './tsconfig.json' } },
    'boundaries/elements': elements,
  },
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    'react/react-in-jsx-scope': 'off',
    'typescript/no-explicit-any': 'error',
    'typescript/ban-ts-comment': 'error',
    'import/no-cycle': 'error',
    'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    // Twins of react-hooks/exhaustive-deps, and advice for a compiler that is not used here.
    'react/memo-dependencies': 'off',
    'react/exhaustive-effect-dependencies': 'off',
    'react/incompatible-library': 'off',
    'react/capitalized-calls': 'off',
    // Closures beside their use read better here than functions far away; styles are imported for their effect.
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/require-post-message-target-origin': 'off',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default-member': 'off',
    'unicorn/filename-case': ['error', { cases: { kebabCase: true, pascalCase: true } }],
  },
  overrides: [
    {
      files: ['shared/**', 'electron/**', 'renderer/**'],
      rules: {
        'boundaries/dependencies': ['error', { default: 'disallow', checkAllOrigins: true, policies }],
        'boundaries/no-unknown-files': 'error',
        'import/no-default-export': 'error',
        'ballast/no-replace': 'error',
      },
    },
    {
      files: ['electron/main/**'],
      rules: { 'no-restricted-imports': ['error', { patterns: ['#core/create-core.ts', '**/core/create-core*'] }] },
    },
    { files: ['electron/main/core-entry.ts'], rules: { 'no-restricted-imports': 'off' } },
    // Lists of elements that a test draws one by one.
    { files: ['tests/**'], rules: { 'react/jsx-key': 'off' } },
  ],
};

writeFileSync(new URL('../.oxlintrc.json', import.meta.url), `${JSON.stringify(config, null, 1)}\n`);
