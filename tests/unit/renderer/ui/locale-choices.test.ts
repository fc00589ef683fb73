import { describe, expect, it } from 'vitest';
import { currencyChoices, zoneChoices } from '#renderer/ui/locale-choices.ts';

describe('choices', () => {
  it('name currencies in the person’s language', () => {
    expect(currencyChoices('en').find(({ value }) => value === 'CNY')?.label).toBe('CNY Chinese Yuan');
    expect(currencyChoices('zh-CN').find(({ value }) => value === 'USD')?.label).toBe('USD 美元');
  });

  it('hold the currency that is set, known or not', () => {
    expect(currencyChoices('en', 'CNY').filter(({ value }) => value === 'CNY')).toHaveLength(1);
    expect(currencyChoices('en', 'QQQ')[0]).toMatchObject({ value: 'QQQ' });
  });

  it('hold the zone that is set, known or not', () => {
    expect(zoneChoices('Asia/Shanghai').filter((zone) => zone === 'Asia/Shanghai')).toHaveLength(1);
    expect(zoneChoices('Etc/Unknown')[0]).toBe('Etc/Unknown');
  });
});
