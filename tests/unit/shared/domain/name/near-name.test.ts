import { describe, expect, it } from 'vitest';
import { isNearName } from '#shared/domain/name/near-name.ts';

describe('isNearName', () => {
  it.each([['gtxpro', 'gtxpr0'], ['acmecorp', 'acmecorpo'], ['恒岳重工', '恒岳重工业'], ['hengyueheavy', 'hengyueheavyind'], ['betasoloin', 'betasolion'.replace('io', 'oi')]])('%s is near %s, either way round', (a, b) => {
    expect([isNearName(a, b), isNearName(b, a)]).toEqual([true, true]);
  });

  it.each([['acme', 'acmecorporation'], ['abc', 'abd'], ['中国银行上海', '中国银行北京'], ['contoso', 'contosopharmaceuticals'], ['acmecorp', 'acnecorb'], ['', 'a']])('%s is not near %s', (a, b) => {
    expect([isNearName(a, b), isNearName(b, a)]).toEqual([false, false]);
  });
});
