import { describe, expect, it } from 'vitest';
import type { AnniversaryRow, TodayPage as Page, TodayRow } from '#shared/domain/today/model.ts';
import { AddStep } from '#renderer/features/today/AddStep.tsx';
import { CountChips } from '#renderer/features/today/CountChips.tsx';
import { SidePanel } from '#renderer/features/today/SidePanel.tsx';
import { TodayPage } from '#renderer/features/today/TodayPage.tsx';
import { emptyDraft, isUntouched } from '#renderer/features/log-interaction/view-model.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const nothing = () => undefined;
const base = { accountId: 'a', accountName: 'Hengyue' };
const at = Date.parse('2026-11-20T02:00:00Z');
const late: TodayRow = { ...base, key: 'task:1', kind: 'task', taskId: '1', title: 'Call Su Min', dueOn: '2026-11-21', days: 2, ownerName: '苏敏', ownerSide: 'theirs' };
const due: TodayRow = { ...late, key: 'task:2', taskId: '2', title: 'Visit', dueOn: '2026-11-23', days: 0, ownerName: null, ownerSide: null };
const quiet: TodayRow = { ...base, key: 'quiet:a:1', kind: 'quiet', lastAt: at, days: 41, limit: 30, peopleDue: 3 };
const never: TodayRow = { ...quiet, key: 'quiet:b:1', lastAt: null, peopleDue: 0 };
const loose: TodayRow = { ...base, key: 'nextStep:1', kind: 'nextStep', interactionId: '1', interactionKind: 'unheard', summary: 'Talked', at };
const touch: TodayRow = { ...base, key: 'keepInTouch:p:1', kind: 'keepInTouch', personId: 'p', personName: 'Karin Vogt', personTitle: null, lastAt: at, days: 26, limit: 21 };
const day = (more: Partial<AnniversaryRow>): AnniversaryRow => ({ ...base, key: 'x', kind: 'birthday', date: '2026-11-26', lunar: null, years: null, person: null, title: null, ...more });

const page: Page = {
  day: '2026-11-23', week: 48, lunarDay: '十月十五', hasAccounts: true, changesInMs: 1, nextUp: { accountId: 'a', accountName: 'Hengyue', title: 'Proposal', dueOn: '2026-11-24' },
  sections: [
    { section: 'late', count: 12, rows: [late] }, { section: 'due', count: 1, rows: [due] }, { section: 'atRisk', count: 2, rows: [quiet, never] },
    { section: 'withoutNextStep', count: 1, rows: [loose] }, { section: 'hearFromUs', count: 1, rows: [touch] },
  ],
  anniversaries: {
    count: 7, rows: [
      day({ key: '1', lunar: '十月十八', person: { id: 'p', name: 'He Wanqing', title: 'CFO' } }), day({ key: '2', kind: 'milestone', date: '2026-11-29', years: 20, title: 'Listed' }),
      day({ key: '3', kind: 'customerSince', date: '2026-12-01', years: 5 }), day({ key: '4', kind: 'founding', date: '2026-12-02' }), day({ key: '5', kind: 'founding', date: '2026-11-23', years: 1 }),
      day({ key: '6', kind: 'milestone', title: 'Fair' }),
    ],
  },
  reviews: { count: 1, rows: [{ id: 'r', ...base, year: 2026, quarter: 4, heldOn: '2026-12-03', inDays: 10 }] },
  snooze: [],
};

const drawn = (drawing: Drawing, shown: Page, alert?: string): string => {
  drawing.know((api) => ({ key: api.today.read.queryKey({ input: {} }), data: shown }));
  return drawing.text(<TodayPage onOpen={nothing} onLog={nothing} onPrepareReview={nothing} onImport={nothing} onAccounts={nothing} sample="a sample" alert={alert} />);
};

describe('the page of today in English', () => {
  it('says the day, the counts, and each row with what is to know of it', async () => {
    const drawing = await createDrawing('en');
    const text = drawn(drawing, page, 'Six came due.');
    for (const said of [
      'Monday 23 November 十月十五 · week 48', '12 late 1 due today 2 at risk 1 without a next step 1 due to hear from us', 'Six came due.', 'Late 12 Call Su Min Hengyue · 苏敏', '2 days late',
      'And 11 more', 'Visit Hengyue Done E Snooze S', 'No interaction for 41 days · 3 people due to hear from us', 'No interaction yet, added 41 days ago', 'Talked Hengyue · No next step', 'None needed E',
      '3 d ago', 'Karin Vogt Hengyue · every 21 d, 26 d',
    ]) expect(text).toContain(said);
    expect(drawing.missing).toEqual([]);
  });

  it('lists what is coming beside it', async () => {
    const drawing = await createDrawing('en');
    const text = drawing.text(<SidePanel page={page} onOpen={nothing} onPrepare={nothing} onHandled={nothing} />);
    for (const said of [
      '26 Nov He Wanqing, CFO Lunar birthday 十月十八 · Hengyue', '29 Nov Hengyue Listed · 20 years', '1 Dec Hengyue 5 years as a customer', '2 Dec Hengyue Founding day', 'Today Hengyue 1 year since founding',
      'Hengyue Fair', 'And 1 more', 'Reviews coming up 1 Hengyue, Q4 review 3 Dec, in 10 days Prepare',
    ]) expect(text).toContain(said);
    expect(drawing.html(<SidePanel page={page} onOpen={nothing} onPrepare={nothing} onHandled={nothing} />)).toContain('26 Nov, 2 anniversaries');
    expect(drawing.missing).toEqual([]);
  });

  it('calm says so, with what comes next; a new book says what will be here', async () => {
    const drawing = await createDrawing('en');
    const none = { ...page, sections: page.sections.map(({ section }) => ({ section, count: 0, rows: [] })), anniversaries: { count: 0, rows: [] }, reviews: { count: 0, rows: [] } };
    const calm = drawn(drawing, none);
    expect(calm).toContain('Nothing is waiting for you today. Next: Proposal, Hengyue, Tomorrow.');
    expect(calm).toContain('No birthday, founding day or milestone in the next two weeks.');
    expect(drawn(drawing, { ...none, nextUp: null })).toContain('Nothing is waiting for you today.');
    const quietOnly = { ...none, sections: page.sections.map((one) => (one.section === 'atRisk' ? one : { ...one, count: 0, rows: [] })) };
    expect(drawn(drawing, quietOnly)).toContain('No task is late or due today. Next: Proposal');
    expect(drawn(drawing, { ...none, hasAccounts: false })).toMatch(/Here you will see each morning.*Import a file Add an account a sample/);
    expect(drawing.missing).toEqual([]);
  });

  it('counts only what there is, and asks for a next step by its account', async () => {
    const drawing = await createDrawing('en');
    expect(drawing.text(<CountChips sections={[{ section: 'late', count: 0, rows: [] }]} onGo={nothing} />)).toBe('');
    expect(drawing.html(<AddStep accountName="Hengyue" onAdd={nothing} onLeave={nothing} />)).toContain('What comes next with Hengyue?');
    expect(drawing.missing).toEqual([]);
  });
});

it('the page of today in Chinese', async () => {
  const drawing = await createDrawing('zh-CN');
  const text = drawn(drawing, page);
  for (const said of ['11月23日 星期一 农历 十月十五 · 第 48 周', '12 逾期', '逾期 2 天', '41 天无互动 · 3 位联系人待联络', '应 21 天，已 26 天', '农历十月十八生日 · Hengyue', '合作 5 周年', '12月3日，10 天后']) expect(text).toContain(said);
  expect(drawing.missing).toEqual([]);
});

it('a form opened for a person begins with them, and is untouched so', () => {
  const clock = { date: '2026-11-23', time: '10:47' };
  const draft = emptyDraft(clock, null, { id: 'a', name: 'Hengyue' }, { id: 'p', name: '高原', title: '' });
  expect(draft.people).toEqual([{ id: 'p', name: '高原', title: '', isNew: false }]);
  expect(isUntouched(draft, draft)).toBe(true);
  expect(emptyDraft(clock, null, null).people).toEqual([]);
});
