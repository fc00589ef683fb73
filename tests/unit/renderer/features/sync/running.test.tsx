import { Button } from '@mantine/core';
import { describe, expect, it, vi } from 'vitest';
import type { SyncProgress, SyncSummary } from '#shared/domain/sync/model.ts';
import { SyncCard } from '#renderer/features/sync/SyncCard.tsx';
import { SyncOutcome } from '#renderer/features/sync/SyncOutcome.tsx';
import { createDrawing } from '#tests/builders/drawing.tsx';
import { After, partsAfter, type Act } from '#tests/builders/parts-after.tsx';
import { use } from '#tests/builders/parts.tsx';
import { recordingClient } from '#tests/builders/recording-client.ts';

const summary: SyncSummary = { sent: { bundles: 1, changes: 3 }, received: { bundles: 0, changes: 0 }, aside: [], holding: [], cancelled: false };
const folder = (value: string): Act => (parts) => use(parts, ({ props }) => 'spellCheck' in props, 'onChange', { currentTarget: { value } });
const submit: Act = (parts) => use(parts, ({ type }) => type === 'form', 'onSubmit', { preventDefault: () => undefined });

async function card(language: 'en' | 'zh-CN', events: SyncProgress[] = [], kept: string | null = null) {
  const made = recordingClient((path) => (path === 'sync.run' ? (async function* stream() { yield* events; })() : undefined));
  const drawing = await createDrawing(language, made.client);
  drawing.know((api) => ({ key: api.sync.status.queryOptions().queryKey, data: { folder: kept, syncedAt: null } }));
  return { ...made, drawing };
}

describe('a sync', () => {
  it.each<[string, string | null, Act[], string]>([
    ['the folder that was typed, without the blanks around it', null, [folder('  /media/stick ')], '/media/stick'],
    ['the folder of the last time', '/media/stick', [], '/media/stick'],
    ['the one typed in its stead', '/media/stick', [folder('/srv/books')], '/srv/books'],
  ])('goes to %s', async (_, kept, acts, path) => {
    const { drawing, calls } = await card('en', [], kept);
    partsAfter(drawing, () => SyncCard(), ...acts, submit);
    await vi.waitFor(() => expect(calls.filter(([name]) => name === 'sync.run')).toEqual([['sync.run', { folder: path }]]));
  });

  it('asks for a folder by the dialog of the system, where there is one; cancelling it leaves the folder as it was', async () => {
    const { drawing, client, calls } = await card('en', [], '/media/stick');
    expect(drawing.text(<SyncCard />)).not.toContain('Choose…');
    const places: string[] = [];
    client.choosePlace = (kind) => {
      places.push(kind);
      return Promise.resolve(null);
    };
    partsAfter(drawing, () => SyncCard(), (parts) => use(parts, ({ type, props }) => type === Button && props['children'] === 'Choose…', 'onClick'), submit);
    await vi.waitFor(() => expect(calls.filter(([name]) => name === 'sync.run')).toEqual([['sync.run', { folder: '/media/stick' }]]));
    expect(places).toEqual(['folder']);
  });

  it('is not offered without a folder, be it that the one of the last time was taken out', async () => {
    const { drawing } = await card('en', [], '/media/stick');
    const able = (...acts: Act[]) => partsAfter(drawing, () => SyncCard(), ...acts).find(({ props }) => props['type'] === 'submit')?.props['disabled'];
    expect([able(), able(folder('')), able(folder('   '))]).toEqual([false, true, true]);
  });

  it.each([['en', 'Syncing', 'Cancel'], ['zh-CN', '正在同步', '取消']] as const)('in %s says that it runs, can be cancelled and takes no other folder meanwhile', async (language, running, cancel) => {
    const { drawing, calls } = await card(language, [], '/media/stick');
    expect(drawing.text(<After draw={() => SyncCard()} acts={[submit]} />)).toContain(running);
    const parts = partsAfter(drawing, () => SyncCard(), submit);
    expect(parts.find(({ props }) => 'spellCheck' in props)?.props['disabled']).toBe(true);
    use(parts, ({ type, props }) => type === Button && props['children'] === cancel, 'onClick');
    await vi.waitFor(() => expect(calls.map(([path]) => path)).toContain('sync.cancel'));
    expect(drawing.missing).toEqual([]);
  });
});

describe('what a sync has brought', () => {
  it.each([['en', '2 older bundles still hold people erased for good.', 'Bundles to delete'], ['zh-CN', '仍有 2 个较早的数据包含有已永久删除的联系人。', '待删除的数据包']] as const)('in %s names the bundles that hold people who were erased', async (language, said, label) => {
    const drawing = await createDrawing(language);
    const html = drawing.html(<SyncOutcome summary={{ ...summary, holding: ['one.ballast-sync', 'two.ballast-sync'] }} />);
    for (const part of [said, `aria-label="${label}"`, 'one.ballast-sync', 'two.ballast-sync']) expect(html).toContain(part);
    expect(drawing.missing).toEqual([]);
  });

  it.each([['en', '3 changes handed on. Cancelled. The next sync goes on from here.'], ['zh-CN', '已送出 3 处改动。已取消。下次同步会从这里继续。']] as const)('in %s says that it was cancelled, behind what was done by then', async (language, said) => {
    const drawing = await createDrawing(language);
    expect(drawing.text(<SyncOutcome summary={{ ...summary, cancelled: true }} />)).toBe(said);
    expect(drawing.missing).toEqual([]);
  });

  it('shows names of files as they are, and no list where every bundle was read', async () => {
    const drawing = await createDrawing('en');
    expect(drawing.html(<SyncOutcome summary={summary} />)).not.toContain('<ul');
    const html = drawing.html(<SyncOutcome summary={{ ...summary, aside: [{ file: '<img src=x>.bundle', reason: 'foreign' }] }} />);
    expect(html).toContain('&lt;img src=x&gt;.bundle');
    expect(html).toContain('aria-label="Not read"');
  });
});
