import { DatePicker } from '@mantine/dates';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDayWords } from '#renderer/client/use-day-words.ts';
import { DayField, type DayWords } from '#renderer/ui/DayField.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';
import { partsOf, use, type Part } from '#tests/builders/parts.tsx';

const nothing = () => undefined;
const words: DayWords = { chinese: false, today: '2026-11-23', dayName: (day) => day, pattern: 'YYYY-MM-DD', wrong: 'Wrong', open: 'Pick', previous: 'Before', next: 'After' };
const isInput = ({ props }: Part): boolean => props['maxLength'] === 10;

let english: Drawing;
let chinese: Drawing;
beforeAll(async () => {
  english = await createDrawing('en');
  chinese = await createDrawing('zh-CN');
});

function Worded() {
  return <DayField name="Due" text="" day={null} onText={nothing} onPick={nothing} words={useDayWords()} />;
}

describe('a field for a day', () => {
  it('says in both languages how a day is typed and where the calendar is', () => {
    expect(english.html(<Worded />)).toMatch(/placeholder="YYYY-MM-DD"[^]*aria-label="Pick a day \(↓\)"/);
    expect(chinese.html(<Worded />)).toMatch(/placeholder="年-月-日"[^]*aria-label="选择日期（↓）"/);
    expect([...english.missing, ...chinese.missing]).toEqual([]);
  });

  it('hands on what is typed and what is picked, and keeps what is wrong in sight', () => {
    const seen: string[] = [];
    const draw = () => DayField({ label: 'Due', name: 'Due', text: '2026-12', day: null, error: true, words, floating: true, onText: (text) => seen.push(`text ${text}`), onPick: (day) => seen.push(`pick ${day}`) });
    use(partsOf(english, draw), isInput, 'onChange', { currentTarget: { value: '2026-12-0' } });
    use(partsOf(english, draw), ({ type }) => type === DatePicker, 'onChange', '2026-12-05');
    use(partsOf(english, draw), ({ type }) => type === DatePicker, 'onChange', null);
    expect(seen).toEqual(['text 2026-12-0', 'pick 2026-12-05']);
    expect(english.html(<DayField label="Due" name="Due" text="2026-12" day={null} error words={words} onText={nothing} onPick={nothing} />)).toContain('aria-invalid="true"');
  });

  it('says what is wrong where it is given words for it', () => {
    expect(english.text(<DayField label="Due" name="Due" text="2026-12" day={null} error={words.wrong} words={words} onText={nothing} onPick={nothing} />)).toContain('Wrong');
  });

  it('takes ↓ for itself and leaves every other key to what it stands in', () => {
    const seen: string[] = [];
    const press = (key: string, isComposing = false): void => use(
      partsOf(english, () => DayField({ name: 'Due', text: '', day: null, words, onText: nothing, onPick: nothing, onKeyDown: (event) => seen.push(event.key) })),
      isInput, 'onKeyDown', { key, nativeEvent: { isComposing }, preventDefault: nothing, stopPropagation: nothing },
    );
    press('ArrowDown');
    press('ArrowDown', true);
    press('Enter');
    expect(seen).toEqual(['ArrowDown', 'Enter']);
  });

  it('begins the calendar at its day, else at today', () => {
    const starts = (day: string | null): unknown[] => {
      const [calendar] = partsOf(english, () => DayField({ name: 'Due', text: '', day, words, floating: true, onText: nothing, onPick: nothing })).filter(({ type }) => type === DatePicker);
      const props = calendar?.props['getDayProps'];
      return typeof props === 'function' ? ['2026-11-23', '2026-12-05'].map((one) => 'data-autofocus' in (props(one) as object)) : [];
    };
    expect([starts(null), starts('2026-12-05')]).toEqual([[true, false], [false, true]]);
  });
});
