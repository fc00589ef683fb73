import { beforeAll, describe, expect, it } from 'vitest';
import type { DeckChart } from '#shared/domain/document/chart.ts';
import { sectionKinds, type ReviewItem } from '#shared/domain/review/record.ts';
import { CommentaryCard } from '#renderer/features/review/CommentaryCard.tsx';
import { ItemsCard } from '#renderer/features/review/ItemsCard.tsx';
import { NumbersCard } from '#renderer/features/review/NumbersCard.tsx';
import { PageBars } from '#renderer/features/review/PageBars.tsx';
import { PageBlock } from '#renderer/features/review/PageBlock.tsx';
import { ParticipantsPart } from '#renderer/features/review/ParticipantsPart.tsx';
import { RatingCard } from '#renderer/features/review/RatingCard.tsx';
import { SectionOutline } from '#renderer/features/review/SectionOutline.tsx';
import { StateMark } from '#renderer/features/review/StateMark.tsx';
import type { Owners } from '#renderer/features/review/use-owners.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';
import { partsOf, use } from '#tests/builders/parts.tsx';
import { reviewItem } from '#tests/builders/review-facts.ts';

const nothing = () => undefined;
const kept = async () => true;
const owners: Owners = {
  people: [],
  colleagues: [{ id: 'c1', name: '林晓彤', title: null, isMe: true }],
  choices: [],
  taskOf: () => ({}),
};

let drawing: Drawing;
beforeAll(async () => {
  drawing = await createDrawing('en');
});

describe('lines of a section', () => {
  const items = [
    reviewItem('action', 'Name an owner', { owner: '陈立新', dueOn: '2026-12-10', done: true }),
    reviewItem('action', 'Call'),
    reviewItem('action', 'Visit', {}),
  ];

  it('of actions carry owner, day and whether they are done', () => {
    const text = drawing.text(<ItemsCard kind="action" items={items} readOnly={false} owners={owners} onAdd={kept} onRemove={nothing} onMove={nothing} />);
    expect(text).toContain('Actions each becomes a task');
    expect(text).toContain('Name an owner 陈立新 · 10 Dec');
    expect(text).toContain('Visit Nobody yet · No date');
    const html = drawing.html(<ItemsCard kind="action" items={items} readOnly={false} owners={owners} onAdd={kept} onRemove={nothing} onMove={nothing} />);
    expect(html).toContain('aria-label="Done: Name an owner"');
    expect(html).toContain('aria-label="Remove “Call”"');
    expect(html).toContain('aria-label="Owner"');
  });

  it('of an agenda need only words', () => {
    const html = drawing.html(<ItemsCard kind="agenda" items={[]} readOnly={false} owners={owners} onAdd={kept} onRemove={nothing} onMove={nothing} />);
    expect(html).toContain('aria-label="Add a point"');
    expect(html).not.toContain('aria-label="Owner"');
  });

  it('are moved among their kind by the grip, where there is more than one', () => {
    const moves: [string, number][] = [];
    const card = (lines: ReviewItem[]) => ItemsCard({ kind: 'action', items: lines, readOnly: false, owners, onAdd: kept, onRemove: nothing, onMove: ({ text }, place) => void moves.push([text, place]) });
    const key = (name: string) => ({ altKey: true, key: name, preventDefault: nothing });
    const lines = partsOf(drawing, () => card(items)).filter(({ type }) => type === 'li');
    for (const [at, name] of [[0, 'ArrowDown'], [2, 'ArrowUp'], [0, 'ArrowUp'], [2, 'ArrowDown']] as const) use(lines.slice(at), () => true, 'onKeyDown', key(name));
    expect(moves).toEqual([['Name an owner', 1], ['Visit', 1]]);
    expect(drawing.html(<ItemsCard kind="action" items={items} readOnly={false} owners={owners} onAdd={kept} onRemove={nothing} onMove={nothing} />)).toContain('aria-label="Move “Call”"');
    expect(drawing.html(<ItemsCard kind="action" items={items.slice(0, 1)} readOnly={false} owners={owners} onAdd={kept} onRemove={nothing} onMove={nothing} />)).not.toContain('aria-label="Move');
  });

  it('cannot be changed where they were presented', () => {
    const html = drawing.html(<ItemsCard kind="risk" items={[reviewItem('risk', 'Module use fell')]} readOnly owners={owners} onAdd={kept} onRemove={nothing} onMove={nothing} />);
    expect(html).toContain('Module use fell');
    expect(html).not.toContain('<button');
    expect(html).not.toContain('<input');
  });
});

describe('what is said to a page', () => {
  it('can be written while it is live, with the count of its numbers', () => {
    const text = drawing.text(<CommentaryCard text="Line 3" frozen={false} numbers={18} onSave={kept} />);
    expect(text).toContain('Commentary in the speaker notes, and under the page of a PDF 18 numbers, all linked');
    expect(drawing.html(<CommentaryCard text="Line 3" frozen={false} numbers={0} onSave={kept} />)).toContain('<textarea');
  });

  it('is only read when it was presented', () => {
    expect(drawing.html(<CommentaryCard text="Line 3" frozen numbers={0} onSave={kept} />)).not.toContain('<textarea');
    expect(drawing.text(<CommentaryCard text="" frozen numbers={0} onSave={kept} />)).toContain('No commentary');
  });
});

describe('the outline', () => {
  const sections = sectionKinds.map((kind) => ({ kind, hidden: kind === 'strategy', commentary: '' }));
  const outline = (frozen: boolean) => (
    <SectionOutline template="short" pages={7} sections={sections} states={{ results: 'done', agenda: 'half' }} current="results" frozen={frozen} onOpen={nothing} onMove={nothing} onShow={nothing} />
  );

  it('leaves hidden sections out and offers to add them', () => {
    const text = drawing.text(outline(false));
    expect(text).toContain('Sections 7 pages');
    expect(text).not.toContain('Customer strategy');
    expect(text).toContain('Add a section');
    expect(drawing.html(outline(false)).match(/aria-current="page"/g)).toHaveLength(1);
  });

  it('is fixed once it was presented', () => {
    expect(drawing.text(outline(true))).not.toContain('Add a section');
    expect(drawing.html(outline(true))).not.toContain('aria-label="Hide');
  });

  it.each([['done', 'done'], ['half', 'partly done'], ['empty', 'missing']] as const)('says %s in words', (state, said) => {
    expect(drawing.html(<StateMark state={state} />)).toContain(`aria-label="${said}"`);
  });
});

describe('people and rating', () => {
  it('names both sides, and says where nobody is', () => {
    const text = drawing.text(
      <ParticipantsPart
        participants={{ people: [], colleagues: [{ id: 'c1', name: '林晓彤' }] }} owners={owners} frozen={false} opened={false} onOpened={nothing} onChange={nothing}
      />,
    );
    expect(text).toContain('Participants Change Customer Nobody yet Us');
    expect(text).toContain('林晓彤');
  });

  it('says the rating in words', () => {
    expect(drawing.text(<RatingCard rating={4} note="Good questions" onRate={nothing} />)).toContain('Rating Good');
    expect(drawing.text(<RatingCard rating={null} note={null} onRate={nothing} />)).toContain('how the meeting went');
  });
});

describe('blocks of a page', () => {
  const chart: DeckChart = {
    kind: 'bars', title: 'Revenue, ¥M', description: 'Revenue by product', direction: 'right', categories: ['传感器 SP-9', 'A name that is much too long', '预测性维护模块第二代'], digits: 1, unfinishedAt: null,
    series: [{ name: 'This quarter', role: 'now', values: [4.2, -1, 2] }],
  };

  it('bars lie or stand, below nought too, with their numbers and names cut to their room', () => {
    const lying = drawing.html(<PageBars chart={chart} language="en" />);
    expect(lying).toContain('aria-label="Revenue by product"');
    for (const name of ['传感器 SP-9<', 'A name that is m…', '预测性维护模块第…']) expect(lying).toContain(name);
    expect(lying).toContain('−1.0');
    expect(lying.match(/<rect/g)).toHaveLength(3);
    expect(drawing.html(<PageBars chart={{ ...chart, direction: 'up', series: [] }} language="en" />)).not.toContain('NaN');
  });

  it('words are a list or paragraphs under their heading', () => {
    const words = { kind: 'text' as const, heading: 'Agenda', list: true, paragraphs: ['One', 'Two'] };
    expect(drawing.html(<PageBlock block={words} language="en" onNumber={undefined} />).match(/<li/g)).toHaveLength(2);
    expect(drawing.html(<PageBlock block={{ ...words, list: false, heading: null }} language="en" onNumber={undefined} />)).not.toContain('<li');
    expect(drawing.text(<PageBlock block={{ kind: 'notice', text: 'Nothing yet' }} language="en" onNumber={undefined} />)).toBe('Nothing yet');
  });

  it('a number without rows has nothing to open', () => {
    const number = {
      id: 'people.quiet', section: 'relationships', measure: 'people.quiet', unit: 'count' as const, value: 0, asOf: '2026-11-23', window: null, rowCount: 0, rows: { kind: 'people' as const, group: 'quiet' as const },
    };
    expect(drawing.text(<NumbersCard numbers={[number]} currency="USD" onOpen={nothing} />)).toContain('0 Deciding people quiet as of 23 Nov 2026 no rows');
    expect(drawing.text(<NumbersCard numbers={[]} currency="USD" onOpen={nothing} />)).toBe('');
  });
});

it('has words for all of it', () => expect(drawing.missing).toEqual([]));
