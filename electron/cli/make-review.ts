import type { ReviewListRow } from '#shared/contract/reviews.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Command } from './command.ts';
import { findAccount } from './find-account.ts';
import type { Session } from './session.ts';
import { writeOut } from './write-out.ts';

type ReviewCommand = Extract<Command, { name: 'review' }>;
type DeckInput = Parameters<Session['client']['reviews']['deck']>[0];

/** @throws CodedError `usage` for anything but `YYYY-Qn` */
function readPeriod(text: string): DeckInput['period'] {
  const match = /^(\d{4})-?[Qq]([1-4])$/.exec(text);
  if (!match) throw new CodedError('usage', { where: { field: '--period' } });
  return { year: Number(match[1]), quarter: Number(match[2]) };
}

/** The last quarter that is over on `today` (`YYYY-MM-DD`). */
export function lastQuarter(today: string): DeckInput['period'] {
  const running = Math.ceil(Number(today.slice(5, 7)) / 3);
  return running === 1 ? { year: Number(today.slice(0, 4)) - 1, quarter: 4 } : { year: Number(today.slice(0, 4)), quarter: running - 1 };
}

function readLanguage(text: string): DeckInput['language'] {
  if (text === 'en' || text === 'zh-CN') return text;
  throw new CodedError('usage', { where: { field: '--language' } });
}

/** What is asked for, or what the file's name says; PPTX otherwise. */
function readFormat(asked: string | undefined, out: string): DeckInput['format'] {
  const named = /\.(pptx|pdf|xlsx)$/i.exec(out)?.[1]?.toLowerCase();
  const format = asked ?? named ?? 'pptx';
  if (format === 'pptx' || format === 'pdf' || format === 'xlsx') return format;
  throw new CodedError('usage', { where: { field: '--format' } });
}

/** The review that was prepared for a quarter, or the latest of all; several of one quarter: the latest. */
async function findPrepared(client: Session['client'], accountId: string, asked: DeckInput['period'] | null): Promise<ReviewListRow | undefined> {
  const reviews = await client.reviews.list({ accountId });
  return reviews.find(({ period }) => asked === null || (period.year === asked.year && period.quarter === asked.quarter));
}

/** Writes the prepared review of an account to a file, over one of the same name; the quick deck where none was prepared, or where that is asked for. */
export async function makeReview({ client, core, path }: Session, command: ReviewCommand) {
  const out = path(command.out);
  const wanted = command.language === undefined ? null : readLanguage(command.language);
  const format = readFormat(command.format, out);
  const asked = command.period === undefined ? null : readPeriod(command.period);
  const { today } = await client.book.open({ path: path(command.book) });
  const accountId = findAccount({ core }, command.account);
  const prepared = command.quick ? undefined : await findPrepared(client, accountId, asked);
  const period = prepared?.period ?? asked ?? lastQuarter(today);
  const language = wanted ?? prepared?.language ?? 'en';
  const deck = prepared ? await client.reviews.export({ id: prepared.id, language, format }) : await client.reviews.deck({ accountId, period, language, format });
  const bytes = await writeOut(out, deck);
  return { file: out, bytes, accountId, review: prepared?.id ?? null, period: `${period.year}-Q${period.quarter}`, language, format };
}
