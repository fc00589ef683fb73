import { describe, expect, it } from 'vitest';
import { currencyChoices, guessCurrency, zoneChoices } from '#renderer/features/book/book-defaults.ts';

describe('guessing the currency of a new book', () => {
  it.each([
    [['en-US'], 'Asia/Shanghai', 'CNY'], [['zh-CN'], 'America/New_York', 'CNY'], [['en-GB'], 'Africa/Lagos', 'GBP'], [['de'], 'Europe/Berlin', 'EUR'],
    [['de-CH'], 'Europe/Berlin', 'CHF'], [['fr-CA'], 'America/Toronto', 'CAD'], [['ja'], 'Asia/Tokyo', 'JPY'], [['en'], 'America/New_York', 'USD'],
    [[], 'Pacific/Fiji', 'USD'], [['not a tag'], 'UTC', 'USD'], [['zh-HK'], 'Asia/Hong_Kong', 'HKD'],
  ])('%j in %s → %s', (languages, zone, currency) => {
    expect(guessCurrency(languages, zone)).toBe(currency);
  });

  it('is one that can be chosen', () => {
    const codes = currencyChoices('en').map(({ value }) => value);
    for (const zone of ['Asia/Shanghai', 'Europe/London']) expect(codes).toContain(guessCurrency(['en'], zone));
  });
});

describe('choices', () => {
  it('name currencies in the person’s language', () => {
    expect(currencyChoices('en').find(({ value }) => value === 'CNY')?.label).toBe('CNY Chinese Yuan');
    expect(currencyChoices('zh-CN').find(({ value }) => value === 'USD')?.label).toBe('USD 美元');
  });

  it('hold the computer’s own zone, known or not', () => {
    expect(zoneChoices('Asia/Shanghai').filter((zone) => zone === 'Asia/Shanghai')).toHaveLength(1);
    expect(zoneChoices('Etc/Unknown')[0]).toBe('Etc/Unknown');
  });
});
