import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchHit } from '#shared/contract/search.ts';
import { HitEntry } from '#renderer/app/palette/HitEntry.tsx';
import { hitPlace } from '#renderer/app/palette/hit-place.ts';
import { MarkedText } from '#renderer/app/palette/MarkedText.tsx';
import { searchKinds } from '#shared/domain/search/model.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const hit = (more: Partial<SearchHit>): SearchHit => ({
  kind: 'account', id: 'x1', accountId: 'a1', title: { text: '恒岳重工', marks: [] }, formerName: null, pinyin: null, detail: null, snippet: null, at: null, day: null, ...more,
});

let english: Drawing;
let chinese: Drawing;
beforeAll(async () => {
  english = await createDrawing('en');
  chinese = await createDrawing('zh-CN');
});

describe('marks in a text', () => {
  const marked = (text: string, marks: [number, number][]): string => english.html(<MarkedText text={text} marks={marks} />)
    .replace(/<style[^]*<\/style>/, '').replaceAll(/<\/?span>/g, '').replaceAll(/<mark[^>]*>/g, '[').replaceAll('</mark>', ']');

  it.each<[string, [number, number][], string]>([
    ['quarterly review', [[0, 9]], '[quarterly] review'],
    ['quarterly review', [[10, 16]], 'quarterly [review]'],
    ['quarterly review', [[0, 4], [10, 13]], '[quar]terly [rev]iew'],
    ['停机窗口', [[0, 2], [2, 4]], '[停机][窗口]'],
    ['报价', [[0, 2]], '[报价]'],
    ['报价', [], '报价'],
  ])('stand where they were found, and nothing of it is lost: %s %j', (text, marks, drawn) => {
    expect(marked(text, marks)).toBe(drawn);
  });
});

describe('an entry of the palette', () => {
  it('names an order without a number, and says when a task is due, in both languages', () => {
    const order = hit({ kind: 'order', title: { text: '', marks: [] }, day: '2026-03-01' });
    const task = hit({ kind: 'task', title: { text: '报价', marks: [] }, day: '2026-12-03' });
    expect(english.text(<HitEntry hit={order} />)).toBe('Order 1 Mar');
    expect(chinese.text(<HitEntry hit={order} />)).not.toContain('Order');
    expect(english.text(<HitEntry hit={task} />)).toBe('报价 due 3 Dec');
    expect(chinese.text(<HitEntry hit={task} />)).toMatch(/12月3日|12\/3/);
    expect([...english.missing, ...chinese.missing]).toEqual([]);
  });

  it('says nothing of days where there are none, and takes an instant for the day it has here', () => {
    expect(english.text(<HitEntry hit={hit({ kind: 'task' })} />)).toBe('恒岳重工');
    expect(english.text(<HitEntry hit={hit({ kind: 'interaction', at: Date.parse('2026-11-19T17:00:00Z') })} />)).toBe('恒岳重工 20 Nov');
  });

  it('draws a person by initials, others by their icon', () => {
    expect(english.html(<HitEntry hit={hit({ kind: 'person', title: { text: 'Ann Lee', marks: [] } })} />)).not.toContain('<svg');
    for (const kind of searchKinds.filter((one) => one !== 'person')) expect(english.html(<HitEntry hit={hit({ kind })} />), kind).toContain('<svg');
  });

  it.each(searchKinds)('leads into the account it belongs to: %s', (kind) => {
    const place = hitPlace(hit({ kind }));
    expect(place.accountId).toBe('a1');
    expect(place.row).toBe(place.tab === 'timeline' ? `${kind}-x1` : undefined);
  });
});
