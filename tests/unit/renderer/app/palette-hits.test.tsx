import { describe, expect, it } from 'vitest';
import type { SearchHit } from '#shared/contract/search.ts';
import { HitEntry } from '#renderer/app/palette/HitEntry.tsx';
import { hitPlace } from '#renderer/app/palette/hit-place.ts';
import { MarkedText } from '#renderer/app/palette/MarkedText.tsx';
import { createDrawing } from '#tests/builders/drawing.tsx';

const hit = (more: Partial<SearchHit>): SearchHit => ({
  kind: 'interaction', id: 'i1', accountId: 'a1', title: { text: 'Steering', marks: [] }, formerName: null, pinyin: null, detail: 'Hengyue', snippet: null, at: Date.parse('2026-11-20T02:00:00Z'), day: null, ...more,
});

describe('what the palette found', () => {
  it('says where and when, and marks what was typed', async () => {
    const drawing = await createDrawing('en');
    expect(drawing.text(<HitEntry hit={hit({ snippet: { text: '…停机窗口', marks: [[1, 3]] } })} />)).toBe('Steering … 停机 窗口 Hengyue 20 Nov');
    expect(drawing.text(<HitEntry hit={hit({ kind: 'order', at: null, day: '2026-03-01', title: { text: '', marks: [] } })} />)).toMatch(/^Order ?Hengyue ?1 Mar$/);
    expect(drawing.text(<HitEntry hit={hit({ kind: 'task', at: null, day: '2026-12-01' })} />)).toContain('due 1 Dec');
    expect(drawing.text(<HitEntry hit={hit({ kind: 'account', at: null, detail: null })} />)).toBe('Steering');
    expect(drawing.missing).toEqual([]);
  });

  it('says by which name from before a merge a record was found', async () => {
    const found = hit({ kind: 'account', at: null, detail: '无锡', title: { text: '清远新材料', marks: [] }, formerName: { text: '远舟科技', marks: [[0, 2]] } });
    for (const [language, words] of [['en', 'formerly'], ['zh-CN', '曾用名']] as const) {
      const drawing = await createDrawing(language);
      expect(drawing.text(<HitEntry hit={found} />).replaceAll(/\s+/g, ' ')).toBe(`清远新材料 ${words} 远舟 科技 无锡`);
      expect(drawing.html(<HitEntry hit={found} />)).toMatch(/<mark[^>]*>远舟<\/mark>/);
      expect(drawing.missing).toEqual([]);
    }
  });

  it('draws imported text as text', async () => {
    const drawing = await createDrawing('en');
    const html = drawing.html(<MarkedText text="<b>报价</b> x" marks={[[3, 5]]} />);
    expect(html).toContain('&lt;b&gt;');
    expect(html).toMatch(/<mark[^>]*>报价<\/mark>/);
    expect(drawing.text(<MarkedText text="abc" marks={[]} />)).toBe('abc');
  });

  it('opens at the tab and the row that are meant', () => {
    expect(hitPlace(hit({ kind: 'account', id: 'a1' }))).toEqual({ accountId: 'a1', tab: 'overview' });
    expect(hitPlace(hit({ kind: 'person', id: 'p1' }))).toEqual({ accountId: 'a1', tab: 'people' });
    expect(hitPlace(hit({ kind: 'order', id: 'o1' }))).toEqual({ accountId: 'a1', tab: 'timeline', row: 'order-o1' });
  });
});
