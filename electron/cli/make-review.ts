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

/** Writes the review of an account to a file, over one of the same name. */
export async function makeReview({ client, core, path }: Session, command: ReviewCommand) {
  const out = path(command.out);
  const language = readLanguage(command.language ?? 'en');
  const format = readFormat(command.format, out);
  const asked = command.period === undefined ? null : readPeriod(command.period);
  const { today } = await client.book.open({ path: path(command.book) });
  const period = asked ?? lastQuarter(today);
  const accountId = findAccount({ core }, command.account);
  const deck = await client.reviews.deck({ accountId, period, language, format });
  const bytes = await writeOut(out, deck);
  return { file: out, bytes, accountId, period: `${period.year}-Q${period.quarter}`, language, format };
}
