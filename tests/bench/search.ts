import type Database from 'better-sqlite3';
import type { DrivenCore } from '#tests/builders/driven-core.ts';
import { prepared } from '#core/db/prepared.ts';
import { searchIsBehind } from '#core/measures/search-changes.ts';
import { catchUpSearch } from '#core/measures/search-index.ts';
import { phraseOf, readQuery, searchLine } from '#shared/domain/search/search-line.ts';
import type { Figure } from './compare.ts';

export interface SearchSizes {
  texts: number;
  queries: number;
}

/** The same numbers in every run. */
function createRandom(): (below: number) => number {
  let seed = 7;
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
}

const LETTERS = 'etaoinshrdlucmfwypvbg';

/** The larger, the less the most frequent words stand out; with this one the first is in every tenth text. */
const COMMON = 30;

/** Some words are in every tenth text and most in very few, as in any language. */
function createTexts(random: (below: number) => number): (n: number) => string {
  const make = (count: number, word: () => string): string[] => Array.from({ length: count }, word);
  const han = make(6_000, () => String.fromCodePoint(0x4E00 + random(900) * 7, 0x4E00 + random(900) * 7));
  const latin = make(6_000, () => Array.from({ length: 3 + random(7) }, () => LETTERS[Math.min(random(21), random(21))]).join(''));
  const one = (words: string[]): string => words[Math.floor(COMMON * (1 + words.length / COMMON) ** (random(1_000_000) / 1_000_000)) - COMMON] ?? '';
  const some = (words: string[], count: number, between: string): string => Array.from({ length: count }, () => one(words)).join(between);
  return (n) => (n % 3 === 0 ? `${some(latin, 10, ' ')} ${n}` : `${some(han, 8, '')}，${some(han, 8, '')}。${n}`);
}

async function fillBook({ core, api, freshBook }: DrivenCore, texts: string[]): Promise<void> {
  await freshBook();
  const { id } = await api.accounts.create({ name: 'Bench' });
  const { db, ...book } = core.current.get();
  const step = book.openStep({ kind: 'import', verb: 'import.orders', params: {} });
  const insert = prepared(db, "INSERT INTO interaction (id, account_id, at, kind, summary) VALUES (?, ?, ?, 'call', ?)");
  for (let from = 0; from < texts.length; from += 5_000) {
    step.chunk(() => texts.slice(from, from + 5_000).forEach((text, index) => insert.run(`text-${from + index}`, id, (from + index) * 1_000, text)));
  }
  await step.finish();
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const quantile = (values: number[], part: number): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;

/** One to eight characters of some text; every tenth has them in another order, and so is hardly ever found. */
function createQueries(texts: string[], count: number, random: (below: number) => number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const text = texts[random(texts.length)] ?? '';
    const from = random(Math.max(text.length - 8, 1));
    const cut = Array.from(text.slice(from, from + 1 + random(8)));
    return (n % 10 === 9 ? cut.toReversed() : cut).join('').trim() || '客';
  });
}

const indexBytes = (db: Database.Database): number => prepared<{ bytes: number }>(db, 'SELECT sum(length(block)) AS bytes FROM search_text_data').get()?.bytes ?? 0;

/** Search as a client asks for it, beside a scan of texts that are folded already; by the 95th percentile of many questions. */
export async function searchFigures(driven: DrivenCore, { texts: count, queries: asked }: SearchSizes): Promise<Figure[]> {
  const random = createRandom();
  const made = createTexts(random);
  const texts = Array.from({ length: count }, (_, n) => made(n));
  await fillBook(driven, texts);
  const book = driven.core.current.get();
  const slices: number[] = [];
  while (searchIsBehind(book.db)) slices.push(await timed(() => catchUpSearch(book, 150)));
  const indexed = slices.reduce((sum, ms) => sum + ms, 0);
  process.stdout.write(`${count} texts indexed behind their commits: ${Math.round(count / indexed * 1_000).toLocaleString('en')} texts/s; a slice ${quantile(slices, 0.5).toFixed(0)} ms, p95 ${quantile(slices, 0.95).toFixed(0)} ms, longest ${quantile(slices, 1).toFixed(0)} ms; ${Math.round(indexBytes(book.db) / count)} bytes of index a text\n`);

  book.db.exec('CREATE TEMP TABLE line (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, text TEXT NOT NULL)');
  const insert = book.db.prepare('INSERT INTO line (at, text) VALUES (?, ?)');
  book.db.transaction(() => texts.forEach((text, n) => insert.run(n * 1_000, searchLine(text))))();
  const ours: number[] = [];
  const scan: number[] = [];
  for (const text of createQueries(texts, asked, random)) {
    const phrases = readQuery(text).map(phraseOf);
    if (phrases.length === 0) continue;
    ours.push(await timed(() => driven.api.search.find({ text, limit: 50 })));
    scan.push(await timed(() => prepared(book.db, `SELECT id FROM line WHERE ${phrases.map(() => 'instr(text, ?)').join(' AND ')} ORDER BY at DESC LIMIT 50`).all(phrases)));
  }
  const show = (ms: number): string => `${ms.toFixed(1)} ms`;
  const limit = quantile(scan, 0.5);
  return [0.5, 0.95].map((part) => ({
    name: `search of ${count} texts, newest 50 of each kind, p${part * 100}`, ours: show(quantile(ours, part)), limit: show(limit), ratio: quantile(ours, part) / limit, budget: 0.05,
  }));
}
