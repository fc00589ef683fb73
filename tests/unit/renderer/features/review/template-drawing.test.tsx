import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SavedTemplate } from '#shared/domain/review/template.ts';
import { TemplateChoice } from '#renderer/features/review/TemplateChoice.tsx';
import { TemplateList, TemplateRow } from '#renderer/features/review/TemplateList.tsx';
import { TemplateNote } from '#renderer/features/review/TemplateNote.tsx';
import { namedAlike, sectionOrder, templateOffers, toggleSection } from '#renderer/features/review/template-view-model.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';
import { partsOf, use, type Part } from '#tests/builders/parts.tsx';
import { partsAfter, type Act } from '#tests/builders/parts-after.tsx';
import { recordingClient, type RecordingClient } from '#tests/builders/recording-client.ts';

const nothing = () => undefined;
const own: SavedTemplate[] = [
  { id: 't2', name: 'Strategic', document: { version: 1, sections: ['risks', 'results'] } }, { id: 't1', name: 'board', document: { version: 1, sections: ['agenda'] } },
];
const offers = templateOffers(own, (id) => id, 'en');

describe('templates as they are offered', () => {
  it('are those of the program first, then one’s own by name', () => {
    expect(offers.map(({ id, own: mine }) => [id, mine])).toEqual([['standard', false], ['short', false], ['t1', true], ['t2', true]]);
  });

  it('are found by name to be replaced, but never those of the program', () => {
    expect(namedAlike(offers, ' strategic ')?.id).toBe('t2');
    expect([namedAlike(offers, 'short'), namedAlike(offers, '')]).toEqual([undefined, undefined]);
  });

  it('have sections that are switched off and on again at their place, the last one never', () => {
    const order = sectionOrder(['risks', 'results']);
    expect(order).toHaveLength(11);
    expect(order.slice(0, 3)).toEqual(['risks', 'results', 'agenda']);
    expect(toggleSection(order, ['risks', 'results'], 'risks')).toEqual(['results']);
    expect(toggleSection(order, ['results'], 'risks')).toEqual(['risks', 'results']);
    expect(toggleSection(order, ['results'], 'agenda')).toEqual(['results', 'agenda']);
    expect(toggleSection(order, ['results'], 'results')).toEqual(['results']);
  });
});

describe.each([['en', '2 of 11 sections', 'Misses and risks'], ['zh-CN', '2/11 个章节', '失误与风险']] as const)('drawn in %s', (language, counted, risks) => {
  let recorded: RecordingClient;
  let drawing: Drawing;
  beforeAll(async () => {
    recorded = recordingClient();
    drawing = await createDrawing(language, recorded.client);
  });
  beforeEach(() => {
    recorded.calls.length = 0;
    drawing.know((api) => ({ key: api.reviews.templates.queryKey(), data: own }));
  });

  it('a choice says how many sections there will be, and tells which are switched', () => {
    const told: unknown[] = [];
    const [template] = offers.filter(({ id }) => id === 't2');
    if (!template) throw new Error('no template');
    const choice = () => TemplateChoice({ offers, template, sections: template.sections, onTemplate: (id) => void told.push(id), onSections: (kinds) => void told.push(kinds) });
    const open: Act = (parts) => use(parts, ({ props }) => props['aria-expanded'] === false, 'onClick');
    const parts = partsAfter(drawing, choice, open);
    expect(parts.filter(({ props }) => props['checked'] === true)).toHaveLength(2);
    use(parts, ({ props }) => props['label'] === risks, 'onChange');
    use(parts, ({ props }) => props['allowDeselect'] === false, 'onChange', 'short');
    expect(told).toEqual([['results'], 'short']);
    expect(drawing.text(<TemplateChoice offers={offers} template={template} sections={template.sections} onTemplate={nothing} onSections={nothing} />)).toContain(counted);
  });

  it('a review names its template while it is there, and keeps its sections as one', async () => {
    expect(drawing.text(<TemplateNote template="t2" sections={['results']} />)).toContain('Strategic');
    expect(drawing.text(<TemplateNote template="gone" sections={['results']} />)).not.toContain('Strategic');
    const field = ({ props }: Part) => props['maxLength'] === 60;
    const type = (value: string): Act => (parts) => use(parts, field, 'onChange', { currentTarget: { value } });
    const enter: Act = (parts) => use(parts, field, 'onKeyDown', { key: 'Enter', nativeEvent: {} });
    for (const acts of [[type(' Own '), enter], [type('STRATEGIC'), enter], [type('  '), enter]]) partsAfter(drawing, () => TemplateNote({ template: null, sections: ['results', 'risks'] }), ...acts);
    await Promise.resolve();
    expect(recorded.calls).toEqual([
      ['reviews.saveTemplate', { name: 'Own', sections: ['results', 'risks'] }], ['reviews.saveTemplate', { id: 't2', name: 'STRATEGIC', sections: ['results', 'risks'] }],
    ]);
  });

  it('those kept are listed with their sections, renamed in place and removed', () => {
    expect(drawing.text(<TemplateList />)).toContain(risks);
    const parts = partsOf(drawing, () => TemplateList());
    use(parts, ({ type, props }) => type === TemplateRow && (props['template'] as { id: string }).id === 't2', 'onRename', 'Allies');
    use(parts, ({ type }) => type === TemplateRow, 'onRemove');
    expect(recorded.calls).toEqual([['reviews.saveTemplate', { id: 't2', name: 'Allies', sections: ['risks', 'results'] }], ['reviews.removeTemplate', { id: 't1' }]]);
    drawing.know((api) => ({ key: api.reviews.templates.queryKey(), data: [] }));
    expect(drawing.text(<TemplateList />).length).toBeGreaterThan(20);
  });

  it('a name is kept by Enter or by leaving, given up by Escape, and never empty', () => {
    const names: string[] = [];
    const [, , template] = offers;
    if (!template) throw new Error('no template');
    const row = () => TemplateRow({ template, readOnly: false, onRename: (name) => void names.push(name), onRemove: nothing });
    const field = ({ props }: Part) => props['maxLength'] === 60;
    const type = (value: string): Act => (parts) => use(parts, field, 'onChange', { currentTarget: { value } });
    const press = (key: string, isComposing = false): Act => (parts) => use(parts, field, 'onKeyDown', { key, nativeEvent: { isComposing } });
    const leave: Act = (parts) => use(parts, field, 'onBlur');
    for (const acts of [[type(' Allies '), press('Enter')], [type('Own'), leave], [type('x'), press('Escape'), leave], [type('y'), press('Enter', true)], [type(' '), leave], [leave]]) partsAfter(drawing, row, ...acts);
    expect(names).toEqual(['Allies', 'Own']);
    expect(drawing.html(<TemplateRow template={template} readOnly onRename={nothing} onRemove={nothing} />)).not.toContain('<button');
  });

  it('has words for all of it', () => expect(drawing.missing).toEqual([]));
});
