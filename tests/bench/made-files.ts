import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Sizes {
  accounts: number;
  people: number;
  interactions: number;
  orders: number;
  linesPerOrder: number;
}

export interface MadeFiles {
  accounts: string;
  people: string;
  interactions: string;
  orders: string;
}

/** A small generator of fixed seed: the same files on every machine. Source: Lehmer 1951, with the constants of Park and Miller. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const day = (n: number): string => new Date(Date.UTC(2026, 10, 22) - n * 86_400_000).toISOString().slice(0, 10);

/** Writes the three files of an export of the given size into `dir`. */
export function makeFiles(dir: string, sizes: Sizes): MadeFiles {
  const next = random(7);
  const files = { accounts: join(dir, 'accounts.csv'), people: join(dir, 'people.csv'), interactions: join(dir, 'interactions.csv'), orders: join(dir, 'orders.csv') };
  const cities = ['Wuxi', '上海', 'Köln', 'São Paulo', '苏州', 'Lyon'];
  const accounts = Array.from({ length: sizes.accounts }, (_, n) => `C${n},${n % 3 === 0 ? `客户${n}号工业` : `Account ${n} Industries`},${cities[next(6)]},CN,+86 510 ${1000000 + n}`);
  writeFileSync(files.accounts, `CustomerID,CompanyName,City,Country,Phone\n${accounts.join('\n')}\n`);
  const people = Array.from({ length: sizes.people }, (_, n) => `C${n % sizes.accounts},Person ${n} of Sales,Head of Unit ${n % 40},p${n}@example.com`);
  writeFileSync(files.people, `CustomerID,ContactName,ContactTitle,Email\n${people.join('\n')}\n`);
  const interactions = Array.from({ length: sizes.interactions }, (_, n) => `C${next(sizes.accounts)},${day(next(730))} ${10 + next(8)}:${10 + next(50)},visit,Visit ${n} 年度计划,Spoke about price and delivery; next offer in week ${next(52)}`);
  writeFileSync(files.interactions, `CustomerID,Start Time,Type,Subject,Notes\n${interactions.join('\n')}\n`);
  const orders: string[] = [];
  for (let n = 0; n < sizes.orders; n += 1) {
    const date = day(next(730));
    const account = next(sizes.accounts);
    for (let line = 0; line < sizes.linesPerOrder; line += 1) orders.push(`O${n},C${account},${date},${next(200)},Product ${next(200)},${(next(90000) + 100) / 100},${next(40) + 1},0.05,${(next(5000) + 50) / 100}`);
  }
  writeFileSync(files.orders, `OrderID,CustomerID,OrderDate,ProductID,ProductName,UnitPrice,Quantity,Discount,Cost\n${orders.join('\n')}\n`);
  return files;
}
