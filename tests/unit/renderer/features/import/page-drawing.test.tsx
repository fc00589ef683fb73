import { describe, expect, it } from 'vitest';
import { ImportPage } from '#renderer/features/import/ImportPage.tsx';
import { createDrawing } from '#tests/builders/drawing.tsx';

describe('the import page', () => {
  it.each([['en', 'Import Nothing leaves this computer', 'What to bring'], ['zh-CN', '导入 数据不会离开本机', '准备哪些数据']] as const)('begins in %s with what to bring', async (language, head, guide) => {
    const drawing = await createDrawing(language);
    const text = drawing.text(<ImportPage />);
    expect(text.startsWith(head)).toBe(true);
    expect(text).toContain(guide);
    expect(drawing.html(<ImportPage />).match(/<h1/g)).toHaveLength(1);
    expect(drawing.missing).toEqual([]);
  });

  it('lists earlier imports below', async () => {
    const drawing = await createDrawing('en');
    drawing.know((api) => ({
      key: api.history.steps.queryOptions({ input: { before: null, limit: 200 } }).queryKey,
      data: [{ no: 3, kind: 'import', verb: 'import.people', params: { file: 'contacts.csv', count: 93 }, actor: null, at: 0, undoes: null, undoneBy: null, changes: 186 }],
    }));
    expect(drawing.text(<ImportPage />)).toContain('Imported people from contacts.csv 186 changes');
  });
});
