import { describe, expect, it } from 'vitest';
import { settled, withEmptyRow } from '#renderer/features/log-interaction/steps-list.ts';

const me = { kind: 'colleague', id: 'c1', name: '林晓彤' } as const;

describe('next-step rows', () => {
  it('end in one empty row of one’s own', () => {
    const rows = withEmptyRow([], me);
    expect(rows).toEqual([{ key: '1', text: '', owner: me, pickedDue: null }]);
    expect(withEmptyRow(rows, me)).toBe(rows);
  });

  it('keep their keys while typed into, so that the cursor stays', () => {
    const [first] = withEmptyRow([], me);
    const typed = withEmptyRow([{ ...first!, text: 'a' }], me);
    expect(typed.map(({ key }) => key)).toEqual(['1', '2']);
    expect(withEmptyRow(typed.toSpliced(0, 1), me).map(({ key }) => key)).toEqual(['2']);
  });

  it('move their date words into the date when they are left', () => {
    expect(settled({ key: '1', text: '回访苏敏 下周二', owner: me, pickedDue: null }, '2026-11-23')).toMatchObject({ text: '回访苏敏', pickedDue: '2026-12-01' });
    expect(settled({ key: '1', text: ' call ', owner: me, pickedDue: '2026-12-03' }, '2026-11-23')).toMatchObject({ text: 'call', pickedDue: '2026-12-03' });
  });
});
