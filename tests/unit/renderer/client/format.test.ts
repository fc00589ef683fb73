import { describe, expect, it } from 'vitest';
import { createFormat, type FormatSettings } from '#renderer/client/format.ts';

const words = { today: 'Today', tomorrow: 'Tomorrow', ago: (days: number) => `${days} d ago`, late: (days: number) => `${days} days late` };
const settings: FormatSettings = { language: 'en', currency: 'CNY', timeZone: 'Asia/Shanghai', today: '2026-11-23', words };
const en = createFormat(settings);
const zh = createFormat({ ...settings, language: 'zh-CN' });
/** 23 Nov 2026, 07:30 in Shanghai, still the 22nd in UTC. */
const MORNING = Date.UTC(2026, 10, 22, 23, 30);

describe('money', () => {
  it('goes by the book’s currency, another by its code', () => {
    expect(en.money(482_000_000_000)).toBe('¥48.2M');
    expect(en.money(12_000_000_000, 'EUR')).toBe('EUR 1.2M');
    expect(zh.money(482_000_000_000)).toBe('4,820 万');
    expect(en.money(null)).toBe('–');
  });

  it('is exact on request', () => {
    expect(en.moneyExact(12_400_005_000)).toBe('¥1,240,000.50');
  });
});

describe('days', () => {
  it('leave out the year of today', () => {
    expect(en.day('2026-12-03')).toBe('3 Dec');
    expect(en.day('2027-12-03')).toBe('3 Dec 2027');
    expect(zh.day('2026-12-03')).toBe('12月3日');
    expect(en.day(null)).toBe('–');
  });

  it('are shorter still in Chinese tables', () => {
    expect(zh.dayShort('2026-12-03')).toBe('12/3');
    expect(zh.dayShort('2025-12-03')).toBe('2025/12/3');
    expect(en.dayShort('2026-12-03')).toBe('3 Dec');
    expect(zh.dayShort(null)).toBe('–');
  });

  it('are those of the book’s zone', () => {
    expect(en.dayOf(MORNING)).toBe('2026-11-23');
    expect(en.time(MORNING)).toBe('07:30');
    expect(en.instant(MORNING)).toBe('23 Nov, 07:30');
    expect(zh.instant(MORNING)).toBe('11月23日 07:30');
  });

  it('that are past are said by their distance up to 45', () => {
    expect(en.ago(MORNING)).toBe('Today');
    expect(en.agoDay('2026-11-20')).toBe('3 d ago');
    expect(en.agoDay('2026-10-09')).toBe('45 d ago');
    expect(en.agoDay('2026-10-08')).toBe('8 Oct');
    expect(en.agoDay('2026-12-01')).toBe('1 Dec');
  });

  it('that are due say how late they are', () => {
    expect(en.due('2026-11-21')).toEqual({ text: '2 days late', late: true });
    expect(en.due('2026-11-23')).toEqual({ text: 'Today', late: false });
    expect(en.due('2026-11-24')).toEqual({ text: 'Tomorrow', late: false });
    expect(en.due('2026-12-03')).toEqual({ text: '3 Dec', late: false });
  });
});

describe('quantities and sizes', () => {
  it('show the decimals that a quantity has', () => {
    expect(en.quantity(120_000)).toBe('12');
    expect(en.quantity(125_000)).toBe('12.5');
    expect(en.quantity(1_250)).toBe('0.13');
  });

  it.each([[0, '0 B'], [999, '999 B'], [1_500, '1.5 KB'], [290_816, '290.8 KB'], [5_300_000, '5.3 MB'], [7_200_000_000, '7.2 GB'], [7.2e12, '7,200.0 GB']])('%i bytes are %s', (bytes, text) => {
    expect(en.bytes(bytes)).toBe(text);
  });

  it('put a sign on changes', () => {
    expect(en.percent(0.113, true)).toBe('+11.3%');
    expect(en.percent(-0.04, true)).toBe('−4.0%');
    expect(en.number(12_400)).toBe('12,400');
  });
});
