import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driveCore, type DrivenCore } from './driven-core.ts';

/** Invented companies: name, name in the other language, city, industry, thousands a month. */
const COMPANIES: [string, string, string, string, number][] = [
  ['Hengyue Heavy Industries', '恒岳重工集团', 'Wuxi', 'Heavy machinery', 4020], ['Northgate Mobility', '诺盖特出行', 'Hamburg', 'Mobility', 3470],
  ['Qingyu Semiconductor', '青屿半导体', 'Suzhou', 'Semiconductors', 3080], ['Halden Robotics', '哈尔登机器人', 'Oslo', 'Robotics', 2450],
  ['Lanshi New Energy', '澜石新能源', 'Changzhou', 'Energy', 2320], ['Castellan Bank', '卡斯泰兰银行', 'London', 'Banking', 2010],
  ['Pellworth Chemicals', '佩尔沃思化工', 'Leeds', 'Chemicals', 1890], ['沐川医疗', 'Muchuan Medical', 'Hangzhou', 'Medical devices', 1650],
  ['Torvik Energy', '托尔维克能源', 'Bergen', 'Energy', 1530], ['远舟物流', 'Yuanzhou Logistics', 'Ningbo', 'Logistics', 1380],
  ['景曜光电', 'Jingyao Optoelectronics', 'Wuhan', 'Optics', 1330], ['Larkspur Aerospace', '翠雀航空', 'Toulouse', 'Aerospace', 1270],
  ['禾穗食品', 'Hesui Foods', 'Jinan', 'Food', 1140], ['Brightwater Utilities', '明水公用', 'Bristol', 'Utilities', 1080],
  ['朔方精密', 'Shuofang Precision', 'Shenyang', 'Machine tools', 950], ['Quarrymoor Steel', '采石原钢铁', 'Sheffield', 'Steel', 820],
  ['长汀港务集团', 'Changting Port Group', 'Xiamen', 'Ports', 720], ['Oakline Retail', '橡线零售', 'Dublin', 'Retail', 660],
];

const PEOPLE: [string, string, string, string][] = [
  ['C1', '陈立新', '首席信息官', '信息中心'], ['C1', '高原', '设备管理部部长', '设备管理部'], ['C1', '刘子衿', 'IT 架构师', '信息中心'], ['C1', '苏敏', '数字化负责人', '信息中心'],
  ['C1', '何婉清', '首席财务官', '财务部'], ['C2', 'Karin Vogt', 'Head of Purchasing', 'Purchasing'], ['C3', '谭伟国', '厂务经理', '厂务部'], ['C4', 'Ingrid Solheim', 'Chief Operating Officer', 'Operations'],
  ['C10', '罗静', '供应链总监', '供应链部'], ['C11', '林泽军', '供应商质量经理', '质量部'],
];

const PRODUCTS = ['Edge gateway 2', '振动监测套件', 'Furnace line sensor', 'Gold service contract', '备件包 A', 'Line 3 retrofit'];

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const DAY = 86_400_000;

/** Two years of orders that rise a little, dip in February and have no chance in them. */
function orderLines(now: number): string[] {
  const lines: string[] = [];
  COMPANIES.forEach(([, , , , thousands], company) => {
    for (let back = 0; back < 730; back += 9 + (company % 4)) {
      const at = now - back * DAY;
      const season = [0.94, 0.62, 0.96, 1.12, 1.02, 1.1, 1, 1.18, 1.06, 1.3, 1.08, 0.98][new Date(at).getUTCMonth()] ?? 1;
      const product = (back + company) % PRODUCTS.length;
      const quantity = 4 + ((back * 7 + company) % 9);
      const worth = thousands * 1000 * season * (1 - back / 6000) * (10 + (company % 4)) / 30.4;
      const price = (worth / quantity).toFixed(2);
      lines.push(`HY-${company + 1}-${back},C${company + 1},${iso(at)},${PRODUCTS[product]},${price},${quantity},${product % 3 === 0 ? 0.05 : 0},${(worth * (0.6 + (product % 3) * 0.04)).toFixed(2)}`);
    }
  });
  return lines;
}

async function fill({ api, importFile }: DrivenCore, dir: string, now: number): Promise<void> {
  const write = (name: string, lines: string[]): string => {
    const path = join(dir, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  await importFile(write('accounts.csv', ['CustomerID,CompanyName,Alias,City,Industry', ...COMPANIES.map(([name, alias, city, industry], n) => `C${n + 1},${name},${alias},${city},${industry}`)]), 'accounts');
  await importFile(write('people.csv', ['CustomerID,ContactName,ContactTitle,Department', ...PEOPLE.map((row) => row.join(','))]), 'people');
  await importFile(write('orders.csv', ['OrderID,CustomerID,OrderDate,ProductName,UnitPrice,Quantity,Discount,Cost', ...orderLines(now)]), 'orders');
  const { rows } = await api.accounts.window({ filter: {}, sort: 'revenue', descending: true, cursor: null, limit: 100 });
  const [me] = await api.people.colleagues();
  for (const [n, account] of rows.entries()) {
    if (n < 12) await api.accounts.update({ id: account.id, patch: { isKey: true } });
    const people = (await api.people.list({ accountId: account.id })).map((person) => person.personId);
    const ago = (n * 5) % 44;
    await api.interactions.log({
      accountId: account.id, kind: (['meeting', 'call', 'visit', 'email', 'chat'] as const)[n % 5] ?? 'call', at: now - ago * DAY, durationMinutes: 45, place: n % 2 ? null : 'Plant 2',
      summary: n % 2 ? 'Quarterly steering, furnace line 2' : '二号炉线试点：先接入 12 个测点，12月中旬上线',
      notes: 'First verify on furnace line 2, then roll out to the Changzhou plant.\n停机窗口由设备管理部确认，最迟本周五。',
      decisions: n % 3 === 0 ? 'Pilot with 12 measuring points starts in December' : '', personIds: people.slice(0, 3), colleagueIds: me ? [me.id] : [], newPeople: [],
      nextSteps: n % 4 === 3 ? [] : [{ title: n % 2 ? 'Send revised proposal' : '发送试点报价', dueOn: iso(now + (n - 2) * DAY), colleagueId: me?.id ?? null, personId: null }],
    });
  }
}

/** Makes the book of an invented manager in `dataDir`, as the last one opened there. Dates hang on `now` (ms UTC). */
export async function storyBook(dataDir: string, now = Date.now()): Promise<{ accountId: string }> {
  const dir = mkdtempSync(join(tmpdir(), 'ballast-story-'));
  const driven = driveCore(dir, dataDir);
  try {
    await driven.api.book.create({ title: 'Key accounts, East', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: '林晓彤' });
    await fill(driven, dir, now);
    const [hit] = await driven.api.people.find({ text: 'Hengyue', kinds: ['account'], limit: 1 });
    return { accountId: hit?.id ?? '' };
  } finally {
    await driven.core.close();
    rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
