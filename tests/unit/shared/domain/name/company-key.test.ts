import { describe, expect, it } from 'vitest';
import { companyKey } from '#shared/domain/name/company-key.ts';

/** Names of one line are one company; names of two lines are two. */
const SAME: readonly (readonly string[])[] = [
  ['恒岳重工集团有限公司', '恒岳重工', '恒岳重工（集团）股份有限公司', '恒岳重工有限责任公司', ' 恒岳重工 集团 ', '恒岳重工總公司'],
  ['西门子（中国）有限公司', '西门子(中国)', '西门子中国有限公司', '西门子【中国】有限公司'],
  ['中国银行股份有限公司上海分行', '中国银行上海分行'],
  ['中国银行股份有限公司北京分行', '中国银行北京分行'],
  ['恒岳重工有限公司上海分公司', '恒岳重工上海分公司'],
  ['东方电机有限公司（原东方电机厂）', '东方电机'],
  ['ＡＢＣ股份有限公司', 'abc'],
  ['Acme Corporation', 'ACME Corp.', 'Acme, Inc.', 'Acme Co., Ltd.', 'Acme Co.,Ltd', 'The Acme Company', 'Acme LLC', 'Acme Limited Liability Company'],
  ['Société Générale S.A.', 'Societe Generale SA', 'Societe Generale S. A.'],
  ['Müller & Söhne GmbH & Co. KG', 'Muller und Sohne', 'Müller and Söhne'],
  ['Philips B.V.', 'Philips N.V.', 'Philips'],
  ['Woolworths Pty Ltd', 'Woolworths Pty. Limited'],
  ['Grupo Bimbo S.A.B. de C.V.', 'Grupo Bimbo'],
  ['Novo Nordisk A/S', 'Novo Nordisk'],
  ['KGHM Sp. z o.o.', 'KGHM'],
  ['J.P. Morgan', 'JP Morgan', 'JPMorgan'],
  ['トヨタ自動車株式会社', 'トヨタ自動車㈱', 'トヨタ自動車'],
  ['Ana Trujillo Emparedados y helados', 'Ana Trujillo Emparedados y Helados'],
  ["O'Reilly Media", 'OReilly Media Inc'],
];

describe('companyKey', () => {
  it.each(SAME.map((names) => [names[0] ?? '', names] as const))('knows %s however it is written', (_, names) => {
    expect(new Set(names.map(companyKey)).size).toBe(1);
  });

  it('keeps companies apart that differ in more than the form', () => {
    const keys = SAME.map((names) => companyKey(names[0] ?? ''));
    expect(new Set(keys).size).toBe(SAME.length);
    expect(companyKey('恒岳重工上海分公司')).not.toBe(companyKey('恒岳重工'));
    expect(companyKey('Co-operative Bank')).not.toBe(companyKey('Bank'));
  });

  it('keeps something of a name that is nothing but a legal form', () => {
    for (const name of ['有限公司', '集团', '集团公司', 'Co., Ltd.', 'S.A.', 'The Group', '株式会社']) expect(companyKey(name), name).not.toBe('');
    expect(companyKey('Co., Ltd.')).not.toBe(companyKey('Limited'));
    expect(companyKey(' … ')).toBe('');
  });

  it('is a key of itself', () => {
    for (const name of SAME.flat()) expect(companyKey(companyKey(name)), name).toBe(companyKey(name));
  });
});
