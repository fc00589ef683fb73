import { beforeAll, describe, expect, it } from 'vitest';
import { ChartCard } from '#renderer/charts/ChartCard.tsx';
import { ChartPoints } from '#renderer/charts/ChartPoints.tsx';
import { FigureTable } from '#renderer/charts/FigureTable.tsx';
import { Sparkline } from '#renderer/charts/Sparkline.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const nothing = () => undefined;
const words = { chart: 'Chart', table: 'Table', view: 'Show as', thisYear: 'This year', yearBefore: 'Year before' };
const points = ['Jan', 'Feb', 'Mar'].map((label) => ({ key: label, label, value: 1, before: 2, lines: [label, 'Revenue $1'] }));
const frame = { left: 40, right: 8, top: 26, bottom: 26 };

describe('a chart beside its canvas', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
  });

  it('has a button for each point that says all of it, and one tab stop: the latest', () => {
    const html = drawing.html(<ChartPoints points={points} frame={frame} lying={false} label="Revenue by month" onPoint={nothing} onOpen={nothing} />);
    expect(html).toContain('role="group" aria-label="Revenue by month"');
    expect(html.match(/aria-label="\w+, Revenue \$1"/g)).toEqual(['aria-label="Jan, Revenue $1"', 'aria-label="Feb, Revenue $1"', 'aria-label="Mar, Revenue $1"']);
    expect(html.match(/tabindex="(-?\d)"/g)).toEqual(['tabindex="-1"', 'tabindex="-1"', 'tabindex="0"']);
  });

  it('lays them over the bars, standing or lying', () => {
    const style = (lying: boolean): string => /role="group"[^>]*style="([^"]*)"/.exec(drawing.html(<ChartPoints points={points} frame={frame} lying={lying} label="x" onPoint={nothing} onOpen={nothing} />))?.[1] ?? '';
    expect(style(false)).toBe('left:40px;right:8px;top:0;bottom:0;flex-direction:row');
    expect(style(true)).toBe('left:0;right:0;top:26px;bottom:26px;flex-direction:column');
  });

  it('says its finding and explains its marks, the year before only where there was one', () => {
    const card = (compared: boolean) => <ChartCard title="Revenue" finding="Up by a tenth." compared={compared} words={words} chart={<p>picture</p>} table={<p>figures</p>} />;
    expect(drawing.text(card(true))).toBe('Revenue This year Year before Chart Table Up by a tenth. picture');
    expect(drawing.text(card(false))).toBe('Revenue Chart Table Up by a tenth. picture');
  });

  it('has its figures as a table whose rows open too', () => {
    const table = <FigureTable head={['Month', 'This year']} rows={[{ key: 'a', cells: ['Jan', '$1'], onOpen: nothing }, { key: 'b', cells: ['Feb', '$2'] }]} foot={['Sum', '$3']} />;
    expect(drawing.text(table)).toBe('Month This year Jan $1 Feb $2 Sum $3');
    expect(drawing.html(table).match(/<button/g)).toHaveLength(1);
    expect(drawing.html(table)).toMatch(/<th scope="row"><button[^>]*>Jan/);
  });

  it('draws the shape of a year as decoration, and nothing where nothing was sold', () => {
    expect(drawing.html(<Sparkline values={[1, 3, 2]} />)).toMatch(/<svg width="76" height="22"[^>]*aria-hidden="true"/);
    expect(drawing.html(<Sparkline values={[0, 0, 0]} />)).not.toContain('<svg');
  });
});
