import type Database from 'better-sqlite3';
import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { businessContract } from '#shared/contract/timeline.ts';
import { businessPeriod } from '#shared/domain/order/business-period.ts';
import { groupRest } from '#shared/domain/order/group-rest.ts';
import { isIsoDate } from '#shared/kernel/dates.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { found } from '#shared/kernel/found.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import { prepared } from '#core/db/prepared.ts';
import { measureContext } from '#core/measures/measure-context.ts';
import { readOtherCurrencies } from '#core/measures/read-other-currencies.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { periodDays, readMonths } from './read-months.ts';
import { readProducts } from './read-products.ts';
import { orderCurrency, readRows } from './read-rows.ts';

const TOP_PRODUCTS = 10;

export interface BusinessDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'clock'>;
}

function checkDate(date: string | undefined, field: string): void {
  if (date !== undefined && !isIsoDate(date)) throw new CodedError('invalid-value', { where: { field } });
}

function checkAccount(db: Database.Database, id: string): void {
  found(prepared(db, 'SELECT 1 FROM account WHERE id = ?').get(id), 'accountId');
}

function latestOrderOn(db: Database.Database, accountId: string): string | null {
  return prepared<{ day: string | null }>(db, 'SELECT max(ordered_on) AS day FROM sales_order WHERE account_id = +?').get(accountId)?.day ?? null;
}

export function createBusinessHandlers({ current, ports }: BusinessDeps): HandlersOf<typeof businessContract> {
  return {
    months({ accountId, until: asked }) {
      checkDate(asked, 'until');
      const book = current.get();
      const { db } = book;
      return book.read(() => {
        checkAccount(db, accountId);
        const context = measureContext(db, ports.clock.now());
        const { until, unfinishedTo } = businessPeriod(asked, context.asOf);
        const days = periodDays(until);
        const { top, rest } = groupRest(readProducts(db, accountId, context.currency, days.current, days.before), TOP_PRODUCTS);
        return {
          currency: context.currency, until, unfinishedTo, latestOrderOn: latestOrderOn(db, accountId),
          months: readMonths(db, accountId, context.currency, until), products: top, rest,
          otherCurrencies: readOtherCurrencies(db, days.current, context, accountId),
        };
      });
    },
    rows({ currency, ...request }) {
      checkDate(request.from, 'from');
      checkDate(request.to, 'to');
      const book = current.get();
      const { db } = book;
      return book.read(() => {
        checkAccount(db, request.accountId);
        const own = request.orderId === undefined ? measureContext(db, ports.clock.now()).currency : orderCurrency(db, request.accountId, request.orderId);
        const counted = currency ?? own;
        return { currency: counted, ...readRows(db, { ...request, currency: counted }) };
      });
    },
  };
}
