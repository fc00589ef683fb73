import { addDays, addMonths, daysBetween, startOfMonth, type IsoDate } from '#shared/kernel/dates.ts';
import { EXACT_UNIT, lineAmount } from '#shared/kernel/money.ts';
import type { RandomStream } from '#shared/kernel/random-stream.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import type { SampleWords } from './words.ts';
import type { PartTools, SampleAccount, SamplePart, SampleRow, SampleWorld } from './world.ts';

type Product = SampleWords['catalogue']['products'][number] & { id: string };

const MONTHS = 24;

/** What the account buys: large ones most of it, small ones a few categories, so that white space is left. */
function assortment(account: SampleAccount, products: Product[], random: RandomStream): Product[] {
  const categories = [...new Set(products.map(({ category }) => category))];
  const kept = new Set(random.shuffle(categories).slice(0, account.isKey ? random.int(3, 5) : random.int(2, 3)));
  const affordable = products.filter(({ price }) => price <= Math.max(account.millions * 10_000, 3_000));
  const chosen = affordable.filter(({ category }) => kept.has(category));
  return chosen.length >= 3 ? chosen : affordable;
}

/** Millions of one month, `ago` months before this one. */
function monthMillions(account: SampleAccount, ago: number, season: number, random: RandomStream): number {
  if (ago > account.firstMonth || ago < account.lastMonth) return 0;
  const before = account.growth === 0 ? account.millions : (account.millions * 100) / (100 + account.growth);
  // A straight line through the two years, whose halves have the sums wanted.
  const slope = (account.millions - before) / 12;
  const level = account.millions + slope * (5.5 - ago);
  return Math.max(0, (level / 12) * (season / 100) * (0.82 + random.next() * 0.36));
}

function workday(date: IsoDate, last: IsoDate): IsoDate {
  const moved = addDays(date, [0, 1, 0, 0, 0, 0, -1][(daysBetween('2023-01-01', date) % 7 + 7) % 7] ?? 0);
  return moved > last ? last : moved;
}

interface LineDraw { product: Product; worth: number; rate: number; lineNo: number; orderId: string; discount: number }

function lineRow({ product, worth, rate, lineNo, orderId, discount }: LineDraw, isReturn: boolean, drift: number): SampleRow {
  const listPrice = Math.round((product.price * 100) / rate) * (EXACT_UNIT / 100);
  const pieces = Math.max(1, Math.round(worth / product.price));
  const quantity = (isReturn ? -Math.max(1, Math.floor(pieces / 8)) : pieces) * EXACT_UNIT;
  const cost = lineAmount(Math.round((listPrice * (product.cost + drift)) / 100), quantity, 0);
  return {
    orderId, lineNo, productId: product.id, quantity, listPrice, price: listPrice, discount,
    amount: lineAmount(listPrice, quantity, discount), cost, isReturn: Number(isReturn),
  };
}

interface OrderDraw { account: SampleAccount; on: IsoDate; worth: number; no: number; goods: Product[] }

function orderRows({ account, on, worth, no, goods }: OrderDraw, world: SampleWorld, { random, id }: PartTools): { order: SampleRow; lines: SampleRow[] } {
  const orderId = id(instantInZone(on, '12:00', world.timeZone));
  const rate = account.currency === world.currency ? 1 : world.words.catalogue.rates[account.currency] ?? 1;
  const count = Math.min(goods.length, random.int(2, account.isKey ? 5 : 4));
  const base = account.isKey ? random.int(4, 12) : random.int(0, 6);
  // Dear goods make more of an order than cheap ones, if not by as much as they cost more.
  const chosen = random.shuffle(goods).slice(0, count).map((product) => ({ product, weight: Math.sqrt(product.price) * (0.6 + random.next() * 0.8) }));
  const weights = chosen.reduce((sum, { weight }) => sum + weight, 0);
  const lines = chosen.map(({ product, weight }, place): SampleRow => {
    const discount = (base + (random.chance(0.15) ? random.int(2, 8) : 0)) * 100;
    const net = (worth * weight) / weights;
    return lineRow({ product, worth: (net * EXACT_UNIT) / (EXACT_UNIT - discount), rate, lineNo: place + 1, orderId, discount }, random.chance(0.015), random.int(-4, 4));
  });
  const order = {
    id: orderId, accountId: account.id, orderedOn: on, externalId: `SO${on.slice(2, 4)}${on.slice(5, 7)}-${String(no).padStart(5, '0')}`,
    currency: account.currency, colleagueId: random.chance(0.7) ? world.ownerId : random.pick(world.colleagueIds),
  };
  return { order, lines };
}

/** @returns where each order falls and what it is worth, in whole units of the book's currency */
function planOrders(account: SampleAccount, world: SampleWorld, random: RandomStream): { on: IsoDate; worth: number }[] {
  const { season } = world.words.catalogue;
  const yesterday = addDays(world.today, -1);
  const perMonth = (12 + 19 * Math.sqrt(account.millions)) / MONTHS;
  return Array.from({ length: MONTHS }, (_, n) => MONTHS - 1 - n).flatMap((ago) => {
    const month = startOfMonth(addMonths(world.today, -ago));
    const whole = daysBetween(month, addMonths(month, 1));
    const days = Math.min(whole, daysBetween(month, world.today));
    const worth = monthMillions(account, ago, season[Number(month.slice(5, 7)) - 1] ?? 100, random) * 1_000_000 * (days / whole);
    const wanted = perMonth * (days / whole) * (0.6 + random.next() * 0.8);
    const count = Math.floor(wanted) + Number(random.chance(wanted - Math.floor(wanted)));
    if (worth === 0 || days === 0) return [];
    const shares = Array.from({ length: count }, () => 0.4 + random.next());
    const sum = shares.reduce((a, b) => a + b, 0);
    return shares.map((share) => ({ on: workday(addDays(month, random.int(0, days - 1)), yesterday), worth: (worth * share) / sum })).filter(({ on }) => on >= month);
  });
}

/** Two years of orders with their seasons; returns are lines of their own. */
export const ordersPart: SamplePart = {
  name: 'orders',
  make(world, tools) {
    const begin = instantInZone(addMonths(world.today, -24), '08:00', world.timeZone);
    const products = world.words.catalogue.products.map((product) => ({ ...product, id: tools.id(begin) }));
    const planned = world.accounts.flatMap((account) => {
      const goods = assortment(account, products, tools.random);
      return planOrders(account, world, tools.random).map((plan) => ({ ...plan, account, goods }));
    }).toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
    const made = planned.map((plan, n) => orderRows({ ...plan, no: n + 1 }, world, tools));
    return [
      { table: 'product', rows: products.map(({ id, code, zh, category }) => ({ id, name: `${zh} ${code}`, category, externalId: code })) },
      { table: 'salesOrder', rows: made.map(({ order }) => order) },
      { table: 'orderLine', rows: made.flatMap(({ lines }) => lines) },
    ];
  },
};
