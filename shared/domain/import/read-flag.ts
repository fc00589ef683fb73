import { read, refuse, type ReadResult } from './read-result.ts';

const YES = new Set(['1', 'y', 'yes', 'true', 't', 'x', '√', '✓', '是', '有', '真', 'return', 'returned', '退货', '退', 'key', '重点', '重点客户', '大客户']);
const NO = new Set(['0', 'n', 'no', 'false', 'f', '-', '×', '否', '无', '假', 'sale', 'order', '销售', '正常', '普通', '普通客户']);

/** Reads yes or no in English and Chinese, and the words that a return or key-account column holds. */
export function readFlag(text: string): ReadResult<boolean> {
  const key = text.normalize('NFKC').trim().toLowerCase();
  if (YES.has(key)) return read(true);
  return NO.has(key) ? read(false) : refuse('flag-invalid');
}
