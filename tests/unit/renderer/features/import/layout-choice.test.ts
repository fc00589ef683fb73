import { describe, expect, it } from 'vitest';
import type { Layout } from '#shared/domain/import/layout.ts';
import { encodings } from '#shared/domain/import/layout.ts';
import { encodingKey, layoutChange } from '#renderer/features/import/layout-choice.ts';
import en from '#resources/locales/en/import.json' with { type: 'json' };

const layout: Layout = { sheet: null, headerRow: 3, encoding: 'gb18030', delimiter: ';', quote: '"' };

describe('a changed layout', () => {
  it('keeps what comes before the change and leaves the rest to be proposed', () => {
    expect(layoutChange({ ...layout, sheet: 'a' }, { sheet: 'b' })).toEqual({ sheet: 'b' });
    expect(layoutChange(layout, { encoding: 'big5' })).toEqual({ encoding: 'big5' });
    expect(layoutChange(layout, { delimiter: ',' })).toEqual({ encoding: 'gb18030', delimiter: ',' });
    expect(layoutChange(layout, { headerRow: 5 })).toEqual({ ...layout, headerRow: 5 });
  });

  it('has words for every encoding', () => {
    expect(Object.keys(en.layout.encodings).toSorted()).toEqual(encodings.map(encodingKey).toSorted());
  });
});
