import { beforeAll, describe, expect, it } from 'vitest';
import type { TimelineRow } from '#shared/contract/timeline.ts';
import type { Interaction } from '#shared/domain/interaction/model.ts';
import { InteractionDetails } from '#renderer/features/timeline/InteractionDetails.tsx';
import { TimelineEntry } from '#renderer/features/timeline/TimelineEntry.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const nothing = () => undefined;
const at = Date.parse('2026-11-20T02:00:00Z');
const row = (more: Partial<TimelineRow>): TimelineRow => ({ kind: 'interaction', id: 'i1', at, title: 'Steering', state: 'meeting', people: [], amount: null, currency: null, lines: null, ...more });
const entry = (more: Partial<TimelineRow>, opened = false, day = '2026-11-20') => (
  <TimelineEntry accountId="a1" row={row(more)} day={day} opened={opened} onToggle={nothing} renderOrder={({ orderId, day: on }) => `lines of ${orderId} on ${on}`} />
);

const meeting: Interaction = {
  id: 'i1', accountId: 'a1', kind: 'meeting', at, durationMinutes: 45, place: 'Plant 2', summary: 'Steering', notes: 'First line\n<b>not markup</b>', decisions: 'Pilot in December', personIds: [], colleagueIds: [],
  people: [{ id: 'p1', name: 'Chen Lixin', title: 'CIO' }, { id: 'p2', name: 'Su Min', title: null }], colleagues: [{ id: 'c1', name: '林晓彤' }],
};

describe('the timeline in English', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
    drawing.know((api) => ({ key: api.interactions.get.queryKey({ input: { id: 'i1' } }), data: meeting }));
  });

  it('says of each row what it was, with whom, how much and when', () => {
    expect(drawing.text(entry({ people: ['Chen Lixin', 'Su Min'] }))).toBe('Steering Chen Lixin, Su Min 20 Nov');
    expect(drawing.text(entry({ kind: 'order', id: 'o1', title: 'HY-1', amount: 12_400_000, currency: 'EUR', lines: 3 }, false, '1998-05-06'))).toBe('Order HY-1 3 lines EUR 1,240 6 May 1998');
    expect(drawing.text(entry({ kind: 'order', id: 'o1', title: '', amount: 10_000, currency: 'USD', lines: 1 }))).toBe('Order 1 line $1 20 Nov');
    expect(drawing.text(entry({ kind: 'task', state: 'done', title: 'Call', people: ['林晓彤'] }))).toBe('Call 林晓彤, Done 20 Nov');
  });

  it('tells a task to come from a late one', () => {
    expect(drawing.text(entry({ kind: 'task', state: 'open', title: 'Call' }, false, '2026-12-03'))).toBe('Call Open 3 Dec');
    expect(drawing.text(entry({ kind: 'task', state: 'open', title: 'Call' }, false, '2026-11-24'))).toBe('Call Task, Tomorrow 24 Nov');
    expect(drawing.html(entry({ kind: 'task', state: 'open', title: 'Call' }, false, '2026-11-21'))).toMatch(/data-late="true">2 days late/);
  });

  it('opens interactions and orders, but no tasks', () => {
    expect(drawing.html(entry({}))).toContain('aria-expanded="false"');
    expect(drawing.html(entry({ kind: 'task', state: 'open' }))).not.toContain('aria-expanded');
    expect(drawing.text(entry({ kind: 'order', id: 'o7', title: 'HY-7', lines: 1, amount: 1, currency: 'USD' }, true))).toContain('lines of o7 on 2026-11-20');
  });

  it('shows notes as text, never as markup, and only what was filled in', () => {
    const html = drawing.html(<InteractionDetails id="i1" title="Steering" />);
    expect(html).toContain('&lt;b&gt;not markup&lt;/b&gt;');
    expect(drawing.text(<InteractionDetails id="i1" title="Steering" />))
      .toBe('When 20 Nov, 10:00, 45 min Place Plant 2 People Chen Lixin (CIO), Su Min Our side 林晓彤 Decisions Pilot in December Notes First line <b>not markup</b> Delete');
    drawing.know((api) => ({ key: api.interactions.get.queryKey({ input: { id: 'i2' } }), data: { ...meeting, place: null, durationMinutes: null, notes: '', decisions: '', people: [], colleagues: [] } }));
    expect(drawing.text(<InteractionDetails id="i2" title="Steering" />)).toBe('When 20 Nov, 10:00 Delete');
  });

  it('words everything it says', () => {
    expect(drawing.missing).toEqual([]);
  });
});

it('the timeline in Chinese joins and counts as Chinese does', async () => {
  const drawing = await createDrawing('zh-CN');
  drawing.know((api) => ({ key: api.interactions.get.queryKey({ input: { id: 'i1' } }), data: meeting }));
  expect(drawing.text(entry({ people: ['陈立新', '高原'] }))).toBe('Steering 陈立新、高原 11月20日');
  expect(drawing.text(entry({ kind: 'order', title: 'HY-1', lines: 3, amount: 124_000_000_000, currency: 'USD' }))).toContain('订单 HY-1 3 行');
  expect(drawing.text(<InteractionDetails id="i1" title="Steering" />)).toContain('Chen Lixin（CIO）、Su Min');
  expect(drawing.missing).toEqual([]);
});
