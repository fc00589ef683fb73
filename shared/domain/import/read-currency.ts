import { read, refuse, type ReadResult } from './read-result.ts';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['RMB', 'CNY'], ['CNH', 'CNY'], ['人民币', 'CNY'], ['人民币元', 'CNY'], ['元', 'CNY'],
  ['US$', 'USD'], ['美元', 'USD'], ['€', 'EUR'], ['欧元', 'EUR'], ['£', 'GBP'], ['英镑', 'GBP'],
  ['HK$', 'HKD'], ['港币', 'HKD'], ['港元', 'HKD'], ['NT$', 'TWD'], ['新台币', 'TWD'], ['日元', 'JPY'], ['日圆', 'JPY'],
]);

/** Reads a currency as its ISO 4217 code. `$` and `¥` alone stand for several currencies and are refused. */
export function readCurrency(text: string): ReadResult<string> {
  const key = text.normalize('NFKC').trim().toUpperCase();
  const named = NAMES.get(key);
  if (named) return read(named);
  return /^[A-Z]{3}$/.test(key) ? read(key) : refuse('currency-unknown');
}
