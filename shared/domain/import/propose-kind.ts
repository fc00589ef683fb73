import { matchColumns } from './match-columns.ts';
import { importKinds, type ImportKind } from './model.ts';
import { missingFields } from './required-fields.ts';
import { headerKey } from './text.ts';

/** Fields that tell one kind of file from another; every other matched field counts one. */
const telling: Record<ImportKind, Readonly<Record<string, number>>> = {
  accounts: { address: 2, postalCode: 2, industry: 2, website: 2, isKey: 2 },
  people: { name: 2, firstName: 2, lastName: 2, title: 2, department: 2, mobile: 2, wechat: 2 },
  orders: { orderNo: 3, orderedOn: 3, quantity: 3, price: 3, amount: 2 },
};

const fileWords: Record<ImportKind, readonly string[]> = {
  accounts: ['account', 'customer', 'client', 'compan', '客户', '公司', '企业'],
  people: ['contact', 'people', 'person', '联系人', '人员', '通讯录'],
  orders: ['order', 'sales', 'invoice', 'transaction', '订单', '销售', '发票'],
};

function scoreOf(kind: ImportKind, headers: readonly string[], file: string): number {
  const mapping = matchColumns(kind, headers);
  const weights = telling[kind];
  const fields = Object.keys(mapping).reduce((sum, id) => sum + (weights[id] ?? 1), 0);
  const named = fileWords[kind].some((word) => headerKey(file).includes(word)) ? 2 : 0;
  return fields + named - 5 * missingFields(kind, mapping).length;
}

/** What a file most likely holds, by its header first and its name second. */
export function proposeKind(headers: readonly string[], file: string): ImportKind {
  const scores = importKinds.map((kind) => ({ kind, score: scoreOf(kind, headers, file) }));
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).kind;
}
