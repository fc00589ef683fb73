import { describe, expect, it } from 'vitest';
import { guessCurrency } from '#renderer/features/book/book-defaults.ts';
import { currencyChoices } from '#renderer/ui/locale-choices.ts';

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
