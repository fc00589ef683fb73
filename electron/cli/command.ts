import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { isIsoDate } from '#shared/kernel/dates.ts';

/** What the command line asks for. Paths are as they were typed. */
export type Command =
  | { name: 'new'; book: string; title?: string; currency?: string; timeZone?: string; owner?: string; sample: boolean; seed?: number; today?: string }
  | { name: 'import'; book: string; file: string; kind: string; mapping?: string; dryRun: boolean }
  | { name: 'review'; book: string; account: string; out: string; period?: string; language?: string; format?: string; quick: boolean }
  | { name: 'ics'; book: string; out: string }
  | { name: 'call'; book: string; procedure: string; input: unknown }
  | { name: 'sql'; book: string; query: string }
  | { name: 'sync'; book: string; folder: string }
  | { name: 'procedures' }
  | { name: 'verify'; book: string };

const wrong = (part?: string): CodedError => new CodedError('usage', part === undefined ? {} : { where: { field: part } });

type Flags = Record<string, string | boolean | undefined>;

const text = { type: 'string' } as const;

const options: Record<Command['name'], NonNullable<ParseArgsConfig['options']>> = {
  new: { title: text, currency: text, 'time-zone': text, owner: text, sample: { type: 'boolean' }, seed: text, today: text },
  import: { as: text, mapping: text, 'dry-run': { type: 'boolean' } },
  review: { out: text, period: text, language: text, format: text, quick: { type: 'boolean' } },
  ics: {},
  call: {},
  sql: {},
  sync: {},
  procedures: {},
  verify: {},
};

function isName(name: string | undefined): name is Command['name'] {
  return name !== undefined && Object.hasOwn(options, name);
}

function readFlags(name: Command['name'], args: string[]): { flags: Flags; words: string[] } {
  // A query may begin with a comment, which looks like a flag.
  if (name === 'sql') return { flags: {}, words: [...args] };
  try {
    const { values, positionals } = parseArgs({ args, options: options[name], allowPositionals: true, strict: true });
    return { flags: values as Flags, words: positionals };
  } catch {
    throw wrong(args.find((arg) => arg.startsWith('--') && !Object.hasOwn(options[name], arg.slice(2).split('=')[0] ?? '')) ?? name);
  }
}

/** Seed and day belong to a sample. */
function readSample(flags: Flags): { sample: boolean; seed?: number; today?: string } {
  const sample = flags['sample'] === true;
  const { seed, today } = flags;
  if (!sample && seed !== undefined) throw wrong('--seed');
  if (!sample && today !== undefined) throw wrong('--today');
  if (typeof seed === 'string' && !/^\d{1,9}$/.test(seed)) throw wrong('--seed');
  if (typeof today === 'string' && !isIsoDate(today)) throw wrong('--today');
  return { sample, seed: seed === undefined ? undefined : Number(seed), today: typeof today === 'string' ? today : undefined };
}

function readJson(input: string | undefined): unknown {
  if (input === undefined) return undefined;
  try {
    return JSON.parse(input);
  } catch {
    throw wrong('JSON');
  }
}

/**
 * Understands a command line.
 * @throws CodedError `usage`, with the part that is wrong or missing as `where.field`
 */
export function readCommand(argv: readonly string[]): Command {
  const [name, ...args] = argv;
  if (!isName(name)) throw wrong(name);
  const { flags, words } = readFlags(name, args);
  const take = (what: string): string => words.shift() ?? fail(what);
  const fail = (part: string): never => { throw wrong(part); };
  const flag = (id: string): string | undefined => (typeof flags[id] === 'string' ? flags[id] : undefined);
  const build = (): Command => {
    switch (name) {
      case 'new': return { name, book: take('BOOK'), title: flag('title'), currency: flag('currency'), timeZone: flag('time-zone'), owner: flag('owner'), ...readSample(flags) };
      case 'import': return { name, book: take('BOOK'), file: take('FILE'), kind: flag('as') ?? fail('--as'), mapping: flag('mapping'), dryRun: flags['dry-run'] === true };
      case 'review': return { name, book: take('BOOK'), account: take('ACCOUNT'), out: flag('out') ?? fail('--out'), period: flag('period'), language: flag('language'), format: flag('format'), quick: flags['quick'] === true };
      case 'ics': return { name, book: take('BOOK'), out: take('FILE') };
      case 'call': return { name, book: take('BOOK'), procedure: take('PROCEDURE'), input: readJson(words.shift()) };
      case 'sql': return { name, book: take('BOOK'), query: take('QUERY') };
      case 'sync': return { name, book: take('BOOK'), folder: take('FOLDER') };
      case 'procedures': return { name };
      case 'verify': return { name, book: take('BOOK') };
    }
  };
  const command = build();
  if (words.length > 0) throw wrong(words[0]);
  return command;
}
