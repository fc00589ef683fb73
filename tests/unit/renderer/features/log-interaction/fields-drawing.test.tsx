import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountRow } from '#shared/contract/accounts.ts';
import type { NameHit } from '#shared/contract/people.ts';
import type { Contact } from '#shared/domain/person/model.ts';
import { AccountField } from '#renderer/features/log-interaction/AccountField.tsx';
import type { LogDraft } from '#renderer/features/log-interaction/log-draft.ts';
import { NextStepRow } from '#renderer/features/log-interaction/NextStepRow.tsx';
import { PeopleField } from '#renderer/features/log-interaction/PeopleField.tsx';
import { emptyDraft } from '#renderer/features/log-interaction/view-model.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const clock = { date: '2026-11-23', time: '10:47' };
const me = { id: 'c1', name: '林晓彤' };
const account = { id: 'a1', name: '恒岳重工集团' };
const nothing = () => undefined;

const rowOf = (id: string, name: string, city: string | null): AccountRow => ({
  id, name, city, alias: null, country: null, isKey: false, revenue: null, revenueBefore: null, margin: null, months: [], lastInteractionAt: null, lastInteractionKind: null,
  nextTaskId: null, nextTask: null, nextDue: null,
});

const contactOf = (id: string, name: string, title: string): Contact => ({
  personId: id, positionId: `pos-${id}`, accountId: 'a1', name, title, department: null, reportsToId: null, reportsToName: null, buyingRoles: [], influence: null, attitude: null,
  phone: null, mobile: null, email: null, wechat: null, birthday: null, keepInTouchDays: null, externalId: null, lastInteractionAt: null,
});

function knowRecent(drawing: Drawing, rows: AccountRow[]): void {
  drawing.know((api) => ({
    key: api.accounts.window.queryOptions({ input: { filter: {}, sort: 'lastInteraction', descending: true, cursor: null, limit: 6 } }).queryKey,
    data: { rows, nextCursor: null },
  }));
}

function knowHits(drawing: Drawing, text: string, hits: NameHit[]): void {
  drawing.know((api) => ({ key: api.people.find.queryOptions({ input: { text, kinds: ['person', 'colleague'], accountId: 'a1', limit: 8 } }).queryKey, data: hits }));
}

describe('the account field', () => {
  it('offers the accounts touched last before anything is typed', async () => {
    const drawing = await createDrawing('en');
    knowRecent(drawing, [rowOf('a1', '恒岳重工集团', '无锡'), rowOf('a2', 'Northgate Mobility', null)]);
    const text = drawing.text(<AccountField value={null} onChange={nothing} labelId="x" error={null} />);
    expect(text).toContain('恒岳重工集团 无锡');
    expect(text).toContain('Northgate Mobility');
  });

  it.each([['en', 'No accounts yet. Import your customers first.'], ['zh-CN', '还没有客户，请先导入客户数据。']] as const)('says in %s what to do in an empty book', async (language, said) => {
    const drawing = await createDrawing(language);
    expect(drawing.text(<AccountField value={null} onChange={nothing} labelId="x" error={null} />)).not.toContain(said);
    knowRecent(drawing, []);
    expect(drawing.text(<AccountField value={null} onChange={nothing} labelId="x" error={null} />)).toContain(said);
    expect(drawing.missing).toEqual([]);
  });

  it('shows the chosen account and what is wrong', async () => {
    const drawing = await createDrawing('en');
    knowRecent(drawing, []);
    const html = drawing.html(<AccountField value={account} onChange={nothing} labelId="x" error="Choose the account." />);
    expect(html).toContain('value="恒岳重工集团"');
    expect(html).toContain('Choose the account.');
    expect(html).toContain('aria-required="true"');
  });
});

describe('the people field', () => {
  const contacts = [contactOf('p1', '陈立新', '首席信息官'), contactOf('p2', '刘子衿', 'IT 架构师')];
  const colleagues = [{ ...me, title: null, isMe: true }, { id: 'c2', name: 'Karin Vogt', title: 'Sales', isMe: false }];
  const field = (draft: LogDraft, typed = '', error: string | null = null) => (
    <PeopleField draft={draft} onChange={nothing} typed={typed} onTyped={nothing} contacts={contacts} colleagues={colleagues} labelId="x" error={error} autoFocus={false} />
  );
  const draft = emptyDraft(clock, me, account);
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
  });

  it('offers the account’s people and the colleagues who do not take part yet', () => {
    const text = drawing.text(field(draft));
    expect(text).toContain('陈立新 首席信息官');
    expect(text).toContain('Karin Vogt our side Sales');
    expect(text.match(/林晓彤/g)).toHaveLength(1);
  });

  it('offers someone new behind those found, with the title that was typed', () => {
    knowHits(drawing, 'lzj', [{ kind: 'person', id: 'p2', accountId: 'a1', name: '刘子衿', detail: 'IT 架构师 · 恒岳重工集团', pinyin: [['Liu', 1], ['Zi', 1], ['Jin', 1]] }]);
    const found = drawing.text(field(draft, 'lzj'));
    expect(found.indexOf('刘子衿')).toBeLessThan(found.indexOf('New person “lzj”'));
    knowHits(drawing, 'Chen Li, CIO', []);
    expect(drawing.text(field(draft, 'Chen Li, CIO'))).toContain('New person “Chen Li”, CIO');
  });

  it('offers nobody new while the names are still being looked for', () => {
    expect(drawing.text(field(draft, 'not asked yet'))).not.toContain('New person');
  });

  it('asks for the title of someone new, beside those known', () => {
    const html = drawing.html(field({ ...draft, people: [{ id: 'p1', name: '陈立新', title: '首席信息官', isNew: false }, { id: 'new:1', name: '高原', title: '', isNew: true }] }));
    expect(html).toContain('aria-label="Title of 高原"');
    expect(html).not.toContain('aria-label="Title of 陈立新"');
    expect(html).toContain('aria-label="Take 陈立新 out"');
  });

  it('ties what is wrong to the field', () => {
    const html = drawing.html(field(draft, '', 'Press Enter'));
    const id = /aria-describedby="([^"]+)"/.exec(html)?.[1];
    expect(html).toMatch(new RegExp(`id="${id}"[^>]*>Press Enter`));
    expect(html).toContain('aria-invalid="true"');
    expect(drawing.html(field(draft))).not.toContain('aria-describedby');
  });

  it('has words for all of it', () => expect(drawing.missing).toEqual([]));
});

describe('a next step', () => {
  const row = (text: string, pickedDue: string | null, free = false) => (
    <NextStepRow
      step={{ key: '1', text, owner: null, pickedDue }}
      free={free}
      owners={{ ours: [], theirs: [] }}
      clock={clock}
      name="Next step 1"
      onChange={nothing}
      onSettle={nothing}
      onNext={nothing}
      onRemove={nothing}
    />
  );

  it('shows the date its words name, tinted until it is settled', async () => {
    const drawing = await createDrawing('en');
    const typed = drawing.html(row('Call back next Tue', null));
    expect(typed).toContain('<mark>next Tue</mark>');
    expect(typed).toContain('value="Tue 1 Dec"');
    expect(typed).toContain('data-accented="true"');
    const settled = drawing.html(row('Call back', '2026-12-01'));
    expect(settled).toContain('value="Tue 1 Dec"');
    expect(settled).not.toContain('data-accented');
    expect(settled).not.toContain('<mark>');
  });

  it('needs neither owner nor date, and teaches the words while the row is free', async () => {
    const drawing = await createDrawing('en');
    expect(drawing.html(row('Call back', null))).toContain('placeholder="Nobody yet"');
    expect(drawing.text(row('', null, true))).toBe('“next Tue”, “by 3 Dec” set the date');
    expect(drawing.html(row('', null, true))).not.toContain('aria-label="Who"');
  });
});
