import { matchColumns } from './match-columns.ts';
import type { ImportKind } from './model.ts';
import { missingFields } from './required-fields.ts';
import { headerKey } from './text.ts';

/** Fields that tell one kind of file from another; every other matched field counts one. */
const telling: Record<ImportKind, Readonly<Record<string, number>>> = {
  colleagues: { reportsTo: 2, reportsToExternalId: 2, department: 1 },
  accounts: { address: 2, postalCode: 2, industry: 2, website: 2, isKey: 2 },
  people: { name: 2, firstName: 2, lastName: 2, title: 2, department: 2, mobile: 2, wechat: 2 },
  products: { listPrice: 2, unitCost: 2, category: 2 },
  orders: { orderNo: 3, orderedOn: 3, quantity: 3, price: 3, amount: 2 },
  orderHeads: { orderNo: 3, orderedOn: 3 },
  orderLines: { orderNo: 3, quantity: 3, price: 3, amount: 2 },
  interactions: { at: 2, endedAt: 2, kind: 2, summary: 3, notes: 2, people: 2 },
};

const fileWords: Record<ImportKind, readonly string[]> = {
  colleagues: ['employee', 'user', 'team', 'colleague', 'staff', '员工', '人员', '同事', '成员', '用户'],
  accounts: ['account', 'customer', 'client', 'compan', 'store', 'partner', '客户', '公司', '企业'],
  people: ['contact', 'people', 'person', '联系人', '通讯录'],
  products: ['product', 'item', '产品', '商品', '物料'],
  orders: ['order', 'sales', 'invoice', 'transaction', 'pipeline', '订单', '销售', '发票'],
  orderHeads: ['orders', 'sales', '订单'],
  orderLines: ['lines', 'orderdetail', 'saleslines', '明细'],
  interactions: ['appointment', 'email', 'activit', 'event', 'meeting', 'call', 'interaction', 'visit', '互动', '跟进', '拜访', '会议'],
};

/** Of kinds that suit as well, the one that managers bring more often goes first. */
const FIRST_THOUGHTS: readonly ImportKind[] = ['accounts', 'people', 'orders', 'orderHeads', 'orderLines', 'interactions', 'products', 'colleagues'];

function scoreOf(kind: ImportKind, headers: readonly string[], file: string): number {
  const mapping = matchColumns(kind, headers);
  const weights = telling[kind];
  const fields = Object.keys(mapping).reduce((sum, id) => sum + (weights[id] ?? 1), 0);
  const named = fileWords[kind].some((word) => headerKey(file).includes(word)) ? 2 : 0;
  return fields + named - 5 * missingFields(kind, mapping).length;
}

/** What a file most likely holds, by its header first and its name second. */
export function proposeKind(headers: readonly string[], file: string): ImportKind {
  const scores = FIRST_THOUGHTS.map((kind) => ({ kind, score: scoreOf(kind, headers, file) }));
  const best = scores.reduce((highest, each) => (each.score > highest.score ? each : highest));
  return best.score > 0 ? best.kind : 'accounts';
}
