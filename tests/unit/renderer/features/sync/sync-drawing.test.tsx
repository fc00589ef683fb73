import { describe, expect, it } from 'vitest';
import { outcomeLines } from '#renderer/features/sync/outcome-lines.ts';
import { SyncCard } from '#renderer/features/sync/SyncCard.tsx';
import { SyncOutcome } from '#renderer/features/sync/SyncOutcome.tsx';
import { asideReasons, type SyncSummary } from '#shared/domain/sync/model.ts';
import { createDrawing } from '#tests/builders/drawing.tsx';

const none = { bundles: 0, changes: 0 };
const summary: SyncSummary = { sent: { bundles: 1, changes: 1 }, received: { bundles: 2, changes: 1_200 }, aside: [], holding: [], cancelled: false };

describe('the card for the exchange with other books', () => {
  it.each([['en', 'Sync with other books'], ['zh-CN', '与其他客户簿同步']] as const)('says in %s what it does, and asks for the folder', async (language, title) => {
    const drawing = await createDrawing(language);
    expect(drawing.text(<SyncCard />)).toContain(title);
    expect(drawing.html(<SyncCard />)).toMatch(/<button[^>]*disabled[^>]*type="submit"|type="submit"[^>]*disabled/);
    expect(drawing.missing).toEqual([]);
  });

  it('knows the folder of the last time', async () => {
    const drawing = await createDrawing('en');
    drawing.know((api) => ({ key: api.sync.status.queryOptions().queryKey, data: { folder: '/media/stick', syncedAt: 0 } }));
    expect(drawing.html(<SyncCard />)).toContain('value="/media/stick"');
    expect(drawing.text(<SyncCard />)).toContain('Last synced');
  });
});

describe('the outcome of a sync', () => {
  it('tells what came and what went', async () => {
    const drawing = await createDrawing('en');
    expect(drawing.text(<SyncOutcome summary={summary} />)).toBe('1,200 changes taken in. 1 change handed on.');
    expect(drawing.text(<SyncOutcome summary={{ ...summary, sent: none, received: none }} />)).toBe('Nothing new here or there.');
    expect(drawing.missing).toEqual([]);
  });

  it.each(['en', 'zh-CN'] as const)('says in %s of each bundle left unread why', async (language) => {
    const drawing = await createDrawing(language);
    const text = drawing.text(<SyncOutcome summary={{ ...summary, aside: asideReasons.map((reason, n) => ({ file: `bundle-${n}`, reason })) }} />);
    for (const [n] of asideReasons.entries()) expect(text).toContain(`bundle-${n}`);
    expect(drawing.missing).toEqual([]);
  });

  it('has an end for each way it can end', () => {
    expect(outcomeLines({ ...summary, holding: ['x'], cancelled: true }).map(({ key }) => key)).toEqual(['received', 'sent', 'holding', 'cancelled']);
    expect(outcomeLines({ ...summary, sent: none, received: none, cancelled: true }).map(({ key }) => key)).toEqual(['cancelled']);
  });
});
