import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';
import { readBookSettings } from '#core/db/settings.ts';
import type { Quarter, ReviewFigures } from '#shared/domain/review/model.ts';
import { monthsOf } from '#shared/domain/review/months-of.ts';
import { reviewSpans } from '#shared/domain/review/review-spans.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { dateInZone, instantInZone } from '#shared/kernel/zoned-time.ts';
import { readInteractions, readNextSteps } from './contact-figures.ts';
import { figureOf, readMonths, readOrderDetails } from './order-figures.ts';

const PRODUCT_ROOM = 8;
const INTERACTION_ROOM = 12;
const STEP_ROOM = 20;

interface AccountRow {
  id: string;
  name: string;
  alias: string | null;
}

/**
 * All figures of a review; inside `book.read`. The as-of date is the day of `nowMs` in the book's zone, or the quarter's end when that is past;
 * while the quarter runs, the quarter before and the year before are cut at the same place (see `reviewSpans`).
 * Next steps are those open now, whatever the quarter. Money in 1/10,000 of the book currency, other currencies apart.
 * @throws CodedError `not-found` without such an account, `quarter-not-begun` when the quarter has not begun
 */
export function readReviewFigures(db: Database.Database, accountId: string, period: Quarter, nowMs: number): ReviewFigures {
  const account = prepared<AccountRow>(db, 'SELECT id, name, alias FROM account WHERE id = ?').get(accountId);
  if (!account) throw new CodedError('not-found', { where: { field: 'accountId' } });
  const { timeZone, currency } = readBookSettings(db);
  const today = dateInZone(nowMs, timeZone);
  const spans = reviewSpans(period, today);
  if (!spans) throw new CodedError('quarter-not-begun', { where: { field: 'period' } });
  const { current, lastQuarter, lastYear } = spans;
  const scope = { accountId, currency };
  const [now, quarter, year] = [current, lastQuarter, lastYear].map((span) => {
    const rows = readMonths(db, scope, span);
    const byMonth = new Map(rows.map((row) => [row.month, row.amount]));
    return { figure: figureOf(rows), amounts: monthsOf(span).map((month) => byMonth.get(month) ?? 0) };
  }) as [MonthlyFigure, MonthlyFigure, MonthlyFigure];
  const { products, otherCurrencies, latestOrderOn } = readOrderDetails(db, scope, current, lastYear);
  const contact = readInteractions(db, accountId, instantInZone(current.from, '00:00', timeZone), instantInZone(addDays(current.to, 1), '00:00', timeZone), INTERACTION_ROOM);
  const next = readNextSteps(db, accountId, today, STEP_ROOM);
  return {
    account, period, currency, ...current, unfinished: spans.unfinished, asOf: current.to, today,
    preparedBy: prepared<{ name: string }>(db, 'SELECT name FROM colleague WHERE id = (SELECT me FROM book)').get()?.name ?? null,
    current: now.figure, lastQuarter: quarter.figure, lastYear: year.figure,
    comparedWith: { lastQuarter, lastYear },
    months: monthsOf(current).map((month, at) => ({ month, amount: now.amounts[at] ?? 0, lastQuarter: quarter.amounts[at] ?? 0, lastYear: year.amounts[at] ?? 0 })),
    products: products.slice(0, PRODUCT_ROOM).map((product) => ({ ...product, share: now.figure.amount > 0 ? product.amount / now.figure.amount : 0 })),
    productCount: products.length,
    latestOrderOn,
    interactions: contact.interactions.map(({ id: _id, ...interaction }) => ({ ...interaction, date: dateInZone(interaction.at, timeZone) })),
    interactionCount: contact.counts.interactions,
    decisionCount: contact.counts.decisions,
    peopleCount: contact.counts.people,
    nextSteps: next.steps.map(({ id: _id, ...step }) => step),
    nextStepCount: next.counts.open,
    lateCount: next.counts.late,
    otherCurrencies,
  };
}

interface MonthlyFigure {
  figure: ReturnType<typeof figureOf>;
  amounts: number[];
}
