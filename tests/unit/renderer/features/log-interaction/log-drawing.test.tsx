import { Modal } from '@mantine/core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReactNode } from 'react';
import { DraftNote } from '#renderer/features/log-interaction/DraftNote.tsx';
import { createDraftKeeper } from '#renderer/features/log-interaction/draft-keeper.ts';
import { DueField } from '#renderer/features/log-interaction/DueField.tsx';
import { KindControl } from '#renderer/features/log-interaction/KindControl.tsx';
import type { DraftStep, LogDraft } from '#renderer/features/log-interaction/log-draft.ts';
import { LogForm } from '#renderer/features/log-interaction/LogForm.tsx';
import { MarkedInput } from '#renderer/features/log-interaction/MarkedInput.tsx';
import { NameOption } from '#renderer/features/log-interaction/NameOption.tsx';
import { NextSteps } from '#renderer/features/log-interaction/NextSteps.tsx';
import { OwnerField } from '#renderer/features/log-interaction/OwnerField.tsx';
import { PersonPill } from '#renderer/features/log-interaction/PersonPill.tsx';
import { emptyDraft } from '#renderer/features/log-interaction/view-model.ts';
import { WhenField } from '#renderer/features/log-interaction/WhenField.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const clock = { date: '2026-11-23', time: '10:47' };
const me = { id: 'c1', name: '林晓彤' };
const owner = { kind: 'colleague', ...me } as const;
const empty = emptyDraft(clock, me, null);
const nothing = () => undefined;
const step = (key: string, text: string, part: Partial<DraftStep> = {}): DraftStep => ({ key, text, owner, pickedDue: null, ...part });

const values = (html: string): string[] => [...html.matchAll(/<input[^>]* value="([^"]*)"/g)].map((match) => match[1] ?? '');

function keeper() {
  const copies = { getItem: () => null, setItem: nothing, removeItem: nothing };
  return createDraftKeeper({ copyKey: 'k', copies, save: () => Promise.resolve({ savedAt: 0 }), drop: () => Promise.resolve() });
}

/** The form needs the dialog around it for its title. */
function form(draft: LogDraft): ReactNode {
  return (
    <Modal opened onClose={nothing} withinPortal={false} withCloseButton={false} transitionProps={{ duration: 0 }}>
      <LogForm initial={draft} empty={empty} keeper={keeper()} status={{ state: 'none', savedAt: null }} clock={clock} timeZone="Asia/Shanghai" fromFile={false} onClose={nothing} />
    </Modal>
  );
}

describe.each(['en', 'zh-CN'] as const)('the log form in %s', (language) => {
  let drawing: Drawing;
  const en = language === 'en';
  beforeAll(async () => {
    drawing = await createDrawing(language);
    drawing.know((api) => ({
      key: api.people.colleagues.queryOptions().queryKey,
      data: [{ ...me, title: null, isMe: true }, { id: 'c2', name: 'Karin Vogt', title: 'Sales', isMe: false }],
    }));
  });

  it('shows what was left in a draft', () => {
    const html = drawing.html(form({
      ...empty, kind: 'visit', account: { id: 'a1', name: '恒岳重工集团' }, date: '2026-11-22', time: '10:00', durationMinutes: 45, place: '无锡', summary: '二号炉线试点',
      notes: '先在二号炉线验证', decisions: '先接入 12 个测点', people: [{ id: 'new:1', name: '刘子衿', title: 'IT 架构师', isNew: true }], steps: [step('1', '回访苏敏 下周二')],
    }));
    expect(values(html)).toEqual(expect.arrayContaining([
      '恒岳重工集团', en ? 'Yesterday 10:00, 45 min' : '昨天 10:00，45 分钟', '无锡', '二号炉线试点', '回访苏敏 下周二', en ? 'Tue 1 Dec' : '12月1日 周二', 'IT 架构师',
    ]));
    expect(html).toContain('先在二号炉线验证</textarea>');
    expect(html).toContain('先接入 12 个测点</textarea>');
    expect(html).toMatch(/<mark>下周二<\/mark>/);
    const text = drawing.text(form({ ...empty, people: [{ id: 'new:1', name: '刘子衿', title: '', isNew: true }] }));
    expect(text).toContain(en ? '衿 刘子衿 彤 林晓彤 our side' : '衿 刘子衿 彤 林晓彤 我方');
  });

  it('labels every field, so that nothing rests on a placeholder', () => {
    const html = drawing.html(form({ ...empty, steps: [step('1', 'x')] }));
    const inputs = [...html.matchAll(/<(?:input|textarea)([^>]*)>/g)].map((match) => match[1] ?? '').filter((attributes) => !/type="(?:hidden|radio)"/.test(attributes) && !attributes.includes('aria-hidden'));
    expect(inputs.length).toBeGreaterThan(8);
    for (const attributes of inputs) {
      const id = /(?:^| )id="([^"]+)"/.exec(attributes)?.[1];
      expect(/aria-label(?:ledby)?="[^"]+"/.test(attributes) || html.includes(`for="${id}"`), attributes).toBe(true);
    }
  });

  it('names all kinds', () => {
    expect(drawing.text(<KindControl value="call" onChange={nothing} />)).toBe(en ? 'Meeting Call Visit E-mail Chat' : '会议 电话 拜访 邮件 聊天');
  });

  it('keeps words that nobody can read in sight', () => {
    const html = drawing.html(<WhenField draft={{ ...empty, unreadWhen: 'whenever' }} clock={clock} onChange={nothing} error="try" />);
    expect(values(html)).toEqual(['whenever']);
    expect(html).toContain('aria-invalid="true"');
    expect(drawing.text(<WhenField draft={empty} clock={clock} onChange={nothing} error="try" />)).toContain('try');
  });

  it('says by when a next step is due, and that it has no date', () => {
    const due = (value: string | null, fromWords: boolean) => drawing.html(<DueField value={value} fromWords={fromWords} clock={clock} label="By when" onChange={nothing} />);
    expect(values(due('2026-12-03', true))).toEqual([en ? 'Thu 3 Dec' : '12月3日 周四']);
    expect(values(due('2027-01-05', false))).toEqual([en ? 'Tue 5 Jan 2027' : '2027年1月5日 周二']);
    expect(due('2026-12-03', true)).toContain('data-accented="true"');
    expect(due(null, false)).toContain(`placeholder="${en ? 'No date' : '无日期'}"`);
  });

  it('ends the next steps in a free row with neither owner nor date', () => {
    const steps = (draft: LogDraft) => drawing.html(<NextSteps draft={draft} onChange={nothing} contacts={[]} colleagues={[]} me={owner} clock={clock} labelId="x" />);
    expect(values(steps({ ...empty, steps: [step('1', 'Send the quote')] }))).toEqual(expect.arrayContaining(['Send the quote', '林晓彤', '']));
    expect(steps(empty).match(/<input/g)).toHaveLength(1);
    expect(steps(empty)).toContain(`placeholder="${en ? 'Add a next step' : '添加下一步'}"`);
  });

  it('says where the words are safe', () => {
    const note = (part: Partial<Parameters<typeof DraftNote>[0]>) => drawing.text(<DraftNote status={{ state: 'none', savedAt: null }} touched={false} onDiscard={() => nothing} {...part} />);
    expect(note({})).toBe('');
    const savedAt = Date.parse('2026-11-23T02:47:00Z');
    expect(note({ status: { state: 'saved', savedAt }, touched: true })).toBe(en ? 'Draft saved on this computer 10:47 Discard draft' : '草稿已存于本机 10:47 丢弃草稿');
    expect(note({ status: { state: 'saved', savedAt: savedAt - 86_400_000 } })).toBe(en ? 'Draft saved on this computer 22 Nov, 10:47' : '草稿已存于本机 11月22日 10:47');
    expect(note({ status: { state: 'waiting', savedAt } })).toBe(en ? 'Draft kept in this window; it will be saved as soon as possible' : '草稿暂存于此窗口，将尽快保存');
  });

  it('has words for all of it', () => expect(drawing.missing).toEqual([]));
});

describe('names and rows', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
  });

  it('underline the letters that were matched, in the name or in its pinyin', () => {
    const html = drawing.html(<NameOption option={{ name: '刘子衿', detail: 'IT 架构师 · 恒岳重工集团', pinyin: [['Liu', 1], ['Zi', 1], ['Jin', 1]] }} typed="lzj" />);
    expect([...html.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map((match) => match[1])).toEqual(['L', 'Z', 'j']);
    expect(drawing.html(<NameOption option={{ name: 'Roland Mendel', detail: null, pinyin: null }} typed="rol" side="our side" />)).toMatch(/<mark[^>]*>Rol<\/mark>/);
  });

  it('tint someone on our side and say so, and can be taken out by name', () => {
    const html = drawing.html(<PersonPill name="林晓彤" detail="our side" ours onRemove={nothing} />);
    expect(html).toContain('data-ours="true"');
    expect(html).toContain('aria-label="Take 林晓彤 out"');
    expect(drawing.text(<PersonPill name="Roland Mendel" detail="" onRemove={nothing} />)).toBe('RM Roland Mendel');
  });

  it('tint the words that were read as a date and leave the rest in place', () => {
    const html = drawing.html(<MarkedInput label="What" value="Call Su Min next Tue" mark={{ from: 12, to: 20 }} onChange={nothing} onKeyDown={nothing} onBlur={nothing} />);
    expect(html).toContain('Call Su Min <mark>next Tue</mark>');
    expect(drawing.html(<MarkedInput label="What" value="Call" mark={null} onChange={nothing} onKeyDown={nothing} onBlur={nothing} />)).not.toContain('<mark>');
  });

  it('keep the name of an owner who is no longer among the people', () => {
    const gone = { kind: 'person', id: 'p9', name: 'Su Min' } as const;
    expect(values(drawing.html(<OwnerField value={gone} owners={{ ours: [owner], theirs: [] }} label="Who" onChange={nothing} />))).toContain('Su Min');
    expect(values(drawing.html(<OwnerField value={owner} owners={{ ours: [owner], theirs: [gone] }} label="Who" onChange={nothing} />))).toContain('林晓彤');
  });
});
