import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { compileFunction, constants } from 'node:vm';
import { createStandIn, type StandIn, type StandInOptions } from './electron.ts';

const runs = new Map<string, StandIn['electron']>();
const shelf = Symbol.for('ballast.stand-in');
Object.assign(globalThis, { [shelf]: runs });

const runOf = (url: string | undefined) => /[?&]run=(\d+)/.exec(url ?? '')?.[1];

registerHooks({
  resolve(specifier, context, next) {
    const run = runOf(context.parentURL);
    if (run && specifier === 'electron') return { url: `stand-in:electron?run=${run}`, format: 'module', shortCircuit: true };
    const found = next(specifier, context);
    return run && specifier.startsWith('.') ? { ...found, url: `${found.url}?run=${run}` } : found;
  },
  load(url, context, next) {
    const run = url.startsWith('stand-in:') ? runOf(url) : undefined;
    if (!run) return next(url, context);
    const names = Object.keys(runs.get(run) ?? {}).join(', ');
    return { format: 'module', shortCircuit: true, source: `export const { ${names} } = globalThis[Symbol.for('ballast.stand-in')].get('${run}');` };
  },
});

// The test runner would transform an import of its own; this one is Node's.
const importNatively = compileFunction(
  'return import(url)', ['url'], { importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
) as (url: string) => Promise<unknown>;

/** `quietly`: started as the login item does. */
export type LoadOptions = StandInOptions & { platform?: NodeJS.Platform; ready?: boolean; quietly?: boolean };

/** The test runner's fake clock must not reach the waiting itself. */
const { setTimeout: wait } = globalThis;

/** Lets everything that is due now happen. */
export const settle = () => new Promise<void>((resolve) => { wait(resolve, 20); });

async function started({ recorded }: StandIn): Promise<void> {
  for (let n = 0; n < 500; n++) {
    if (recorded.windows.length > 0 || recorded.processes.length > 0 || recorded.ended || recorded.exitCode !== null) return settle();
    await settle();
  }
  throw new Error('main neither made a window nor ended');
}

/**
 * Loads a fresh copy of the built main bundle over a stand-in.
 * @param dataDir becomes the program's local data
 * @param platform what `process.platform` says meanwhile
 */
export async function loadMain(path: string, dataDir: string, options: LoadOptions): Promise<StandIn> {
  const run = String(runs.size + 1);
  const standIn = createStandIn(options);
  runs.set(run, standIn.electron);
  const own = Object.getOwnPropertyDescriptor(process, 'platform');
  process.env['BALLAST_DATA_DIR'] = dataDir;
  if (options.platform) Object.defineProperty(process, 'platform', { ...own, value: options.platform });
  if (options.quietly) process.argv.push('--quietly');
  try {
    await importNatively(`${pathToFileURL(path).href}?run=${run}`);
    if (options.ready !== false) {
      standIn.becomeReady();
      await started(standIn);
    }
  } finally {
    if (own) Object.defineProperty(process, 'platform', own);
    delete process.env['BALLAST_DATA_DIR'];
    if (options.quietly) process.argv.pop();
  }
  return standIn;
}
