import { beforeAll, describe, expect, it } from 'vitest';
import { BrandMark } from '#renderer/ui/BrandMark.tsx';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { InitialsAvatar } from '#renderer/ui/InitialsAvatar.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { PageOutline } from '#renderer/ui/PageOutline.tsx';
import { ProgressCard } from '#renderer/ui/ProgressCard.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { SegmentedTabs } from '#renderer/ui/SegmentedTabs.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { StatStrip } from '#renderer/ui/StatStrip.tsx';
import { ToastRegion } from '#renderer/ui/ToastRegion.tsx';
import { UndoToast } from '#renderer/ui/UndoToast.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const nothing = () => undefined;

let drawing: Drawing;
beforeAll(async () => {
  drawing = await createDrawing('en');
});

describe('an icon', () => {
  it('is decoration unless it has a name', () => {
    expect(drawing.html(<Icon name="check" />)).toContain('aria-hidden="true"');
    const named = drawing.html(<Icon name="warning" label="Late" />);
    expect(named).toContain('role="img"');
    expect(named).toContain('aria-label="Late"');
    expect(named).not.toContain('aria-hidden');
  });

  it('is a 1.7 outline in the colour of its text', () => {
    const html = drawing.html(<Icon name="check" size={15} />);
    expect(html).toContain('stroke-width="1.7"');
    expect(html).toContain('stroke="currentColor"');
    expect(html).toContain('width="15"');
  });

  it('of the brand says nothing of its own', () => {
    expect(drawing.html(<BrandMark />)).toContain('aria-hidden="true"');
  });
});

describe('a page', () => {
  it('has one main heading, with note and actions beside it', () => {
    const html = drawing.html(<PageHeader title="Accounts" note="93 in all" actions={<button type="button">New</button>}><p>tabs</p></PageHeader>);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(drawing.text(<PageHeader title="Accounts" note="93 in all" actions={<button type="button">New</button>}><p>tabs</p></PageHeader>)).toBe('Accounts 93 in all New tabs');
  });

  it('that is long names its sections to go to', () => {
    const outline = <PageOutline label="Sections" sections={[{ id: 'a', title: 'Book' }, { id: 'b', title: 'Backups' }]} scrollHost={{ current: null }} offset={0} />;
    expect(drawing.html(outline)).toContain('aria-label="Sections"');
    expect(drawing.html(outline).match(/<button type="button"/g)).toHaveLength(2);
    expect(drawing.text(outline)).toBe('Book Backups');
  });

  it('leaves out what it is not given', () => {
    expect(drawing.text(<PageHeader title="Data" />)).toBe('Data');
  });

  it('has sections of the order asked for, with an id to be named by', () => {
    expect(drawing.html(<SectionHeading id="late">Late</SectionHeading>)).toMatch(/<h2[^>]*id="late"/);
    expect(drawing.html(<SectionHeading order={3} note="2" action="All">Late</SectionHeading>)).toMatch(/<h3/);
    expect(drawing.text(<SectionHeading note="2" action="All">Late</SectionHeading>)).toBe('Late 2 All');
  });
});

describe('figures', () => {
  const items = [
    { label: 'Revenue', value: '¥48.2M', note: '11.3% on last year', title: '¥48,200,000', onOpen: nothing },
    { label: 'NPS', value: '–' },
  ];

  it('are terms with values, the exact one on hover', () => {
    const html = drawing.html(<StatStrip items={items} label="Figures" />);
    expect(html.match(/<dt/g)).toHaveLength(2);
    expect(html).toContain('title="¥48,200,000"');
    expect(html).toContain('aria-label="Figures"');
  });

  it('can be opened to their rows where there are any', () => {
    expect(drawing.html(<StatStrip items={items} label="Figures" />).match(/<button/g)).toHaveLength(1);
    expect(drawing.text(<StatStrip items={items} label="Figures" />)).toBe('Revenue ¥48.2M 11.3% on last year NPS –');
  });
});

describe('tabs', () => {
  const tabs = [{ value: 'key', label: 'Key', count: '86' }, { value: 'all', label: 'All' }] as const;

  it('name themselves, mark the current one and draw its panel only', () => {
    const html = drawing.html(<SegmentedTabs items={[...tabs]} value="key" onChange={nothing} label="Views"><p>rows</p></SegmentedTabs>);
    expect(html).toMatch(/role="tablist"[^>]*aria-label="Views"|aria-label="Views"[^>]*role="tablist"/);
    expect(html.match(/aria-selected="true"/g)).toHaveLength(1);
    expect(html.match(/<p>rows<\/p>/g)).toHaveLength(1);
  });

  it('show a count only where there is one', () => {
    expect(drawing.text(<SegmentedTabs items={[...tabs]} value="all" onChange={nothing} label="Views" />)).toBe('Key 86 All');
  });
});

describe('keys', () => {
  it('are hints that are not read out, unless they are the content', () => {
    expect(drawing.text(<KeyHint keys={['Ctrl', 'Shift', 'Z']} />)).toBe('Ctrl Shift Z');
    expect(drawing.html(<KeyHint keys={['Ctrl', 'K']} />)).toContain('aria-hidden="true"');
    expect(drawing.html(<KeyHint keys={['Ctrl', 'K']} spoken />)).not.toContain('aria-hidden');
  });
});

describe('an empty list', () => {
  it('says what will be here and how to fill it', () => {
    expect(drawing.text(<EmptyState icon="accounts" text="Accounts will be here." action={<button type="button">Import</button>} />)).toBe('Accounts will be here. Import');
  });
});

describe('an error', () => {
  it('stands in place as an alert: what, where, what to do, and the ways on', () => {
    const error = <DataError title="The file is empty" where="File a.csv, row 3" text="Choose another." retry={{ label: 'Try again', onClick: nothing }} actions={<a href="#x">Back</a>} />;
    expect(drawing.html(error)).toContain('role="alert"');
    expect(drawing.text(error)).toBe('The file is empty File a.csv, row 3 Choose another. Try again Back');
  });

  it('without a place or a way on is only its words', () => {
    expect(drawing.text(<DataError title="Gone" text="It may have been removed." where={null} />)).toBe('Gone It may have been removed.');
    expect(drawing.html(<DataError title="Gone" text="It may have been removed." />)).not.toContain('<button');
  });
});

describe('waiting', () => {
  it('shows nothing at first', () => {
    expect(drawing.text(<SkeletonRows rows={3} label="Loading" />)).toBe('');
    expect(drawing.html(<SkeletonRows rows={3} label="Loading" />)).not.toContain('role="status"');
  });
});

describe('the toast', () => {
  it('names what was done and offers Undo with its key', () => {
    expect(drawing.text(<UndoToast text="Done: Call Su Min" undo={{ label: 'Undo', onClick: nothing }} onDone={nothing} />)).toBe('Done: Call Su Min Undo Ctrl Z');
  });

  it('without a step offers none', () => {
    expect(drawing.html(<UndoToast text="Backed up" onDone={nothing} />)).not.toContain('<button');
  });

  it('of something under way turns, and neither drains nor ends', () => {
    const busy = drawing.html(<UndoToast text="Taking it back…" busy onDone={nothing} />);
    expect(busy).toContain('Loader');
    expect(busy).not.toContain('animation-duration');
    expect(drawing.html(<UndoToast text="Done" onDone={nothing} />)).toContain('animation-duration');
  });

  it('lives in a region that is there before it, so that it is spoken', () => {
    const html = drawing.html(<ToastRegion label="Just done">{null}</ToastRegion>);
    expect(html).toContain('role="status"');
    expect(html).toContain('aria-live="polite"');
  });
});

describe('a progress card', () => {
  const card = (rate: string | null, busy = false) => (
    <ProgressCard verb="Importing orders.csv" fraction={0.17} count="12,400 of 73,595" rate={rate} cancel={{ label: 'Cancel', onClick: nothing, busy }} />
  );

  it('says the verb, how far, how fast, and can be cancelled', () => {
    expect(drawing.text(card('9,300 a second'))).toBe('Importing orders.csv 12,400 of 73,595 9,300 a second Cancel');
    expect(drawing.html(card(null))).toContain('aria-valuenow="17"');
  });

  it('that is being cancelled cannot be cancelled again', () => {
    expect(drawing.html(card(null))).not.toContain('disabled');
    expect(drawing.html(card(null, true))).toContain('disabled');
  });
});

describe('initials', () => {
  it('are decoration: the name stands beside them', () => {
    const html = drawing.html(<InitialsAvatar name="陈立新" size={24} />);
    expect(html).toContain('aria-hidden="true"');
    expect(drawing.text(<InitialsAvatar name="陈立新" size={24} />)).toBe('新');
    expect(html).toMatch(/background:var\(--bl-av\d-bg\)/);
  });
});
