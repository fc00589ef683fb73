import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LayoutChoice } from '#shared/domain/import/layout.ts';
import { cellsOfRun } from '#tests/builders/cells-of-run.ts';
import { importBook, type ImportBook } from '#tests/builders/import-book.ts';
import { recordsNaively } from '#tests/fixtures/read-naively.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

let made: ImportBook;
beforeAll(() => {
  made = importBook();
});
afterAll(() => made.dispose());

const csvFiles = (dir: string): string[] => readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv')).toSorted();
const cellsOf = async (path: string, layout?: LayoutChoice): Promise<string[][]> => Object.values((await cellsOfRun(made, path, layout)).rows);

const spectrum = sharedData('csv_spectrum');

describe.skipIf(spectrum === null)('csv-spectrum (../shared/data/csv_spectrum)', () => {
  const names = spectrum === null ? [] : csvFiles(join(spectrum, 'csvs')).map((name) => name.replace('.csv', ''));

  it.each(names)('%s is imported as its authors expect', async (name) => {
    const expected = JSON.parse(readFileSync(join(spectrum ?? '', 'json', `${name}.json`), 'utf8')) as Record<string, string> | Record<string, string>[];
    const records = [expected].flat().map((record) => Object.entries(record).map(([key, value]): [string, string] => [key, value.replaceAll('\r\n', '\n')]));
    const found = await cellsOfRun(made, join(spectrum ?? '', 'csvs', `${name}.csv`));
    // The authors' own record of this file has another telephone number than the file.
    const values = records.map((record) => record.map(([key, value]) => (key === 'Contact Phone Number' ? '2095257564' : value)));
    expect([found.headers, Object.values(found.rows), found.broken]).toEqual([records[0]?.map(([key]) => key), values, []]);
  });
});

const fixtures = sharedData('csv_parser_fixtures');

describe.skipIf(fixtures === null)('fixtures of a CSV parser (../shared/data/csv_parser_fixtures)', () => {
  const earthquakes = 'option-maxRowBytes.csv';
  const ends: Record<string, object> = {
    'backtick.csv': { headers: ['pokemon_id`p_desc'], rows: { 2: ['1`Bulbasaur can be seen napping'], 3: ['2`There is a bud on this'] } },
    'bad-data.csv': { headers: ['', 'somejunk', '<! />'], rows: { 2: ['', 'nope', ''], 3: ['yes', 'yup', 'yeah'], 4: ['ok', 'ok', 'ok!'] } },
    'basic.csv': { headers: ['a', 'b', 'c'], rows: { 2: ['1', '2', '3'] } },
    'bench/latin.csv': { inspection: { layout: { encoding: 'windows-1252' } }, rows: { 2: ['1', '2', '3'], 3: ['4', '5', '©'] } },
    'bench/mac-newlines.csv': { rows: { 2: ['1', '2', '3'], 3: ['Once upon\na time', '5', '6'] } },
    'bench/utf16-big.csv': { inspection: { layout: { encoding: 'utf-16be' } }, rows: { 2: ['1', '2', '3'], 3: ['4', '5', 'ʤ'] } },
    'bench/utf16.csv': { inspection: { layout: { encoding: 'utf-16le' } }, rows: { 2: ['1', '2', '3'], 3: ['4', '5', 'ʤ'] } },
    'bench/utf8.csv': { inspection: { layout: { encoding: 'utf-8' } }, rows: { 2: ['1', '2', '3'], 3: ['4', '5', 'ʤ'] } },
    'comma-in-quote.csv': { headers: ['first', 'last', 'address', 'city', 'zip'], rows: { 2: ['John', 'Doe', '120 any st.', 'Anytown, WW', '08123'] } },
    'comment.csv': { inspection: { layout: { headerRow: 2 } }, headers: ['a', 'b', 'c'], rows: { 3: ['1', '2', '3'] } },
    'empty-columns.csv': { headers: ['2007-01-01', '', ''], rows: { 2: ['2007-01-02', '', ''] } },
    'escape-quotes.csv': { rows: { 2: ['1', 'ha "ha" ha'], 3: ['2', '""'], 4: ['3', '4'] } },
    'geojson.csv': { headers: ['id', 'prop0', 'prop1', 'geojson'], rows: {
      2: ['', 'value0', '', '{"type": "Point", "coordinates": [102.0, 0.5]}'],
      3: ['', 'value0', '0.0', '{"type": "LineString", "coordinates": [[102.0, 0.0], [103.0, 1.0], [104.0, 0.0], [105.0, 1.0]]}'],
      4: ['', 'value0', "{u'this': u'that'}", '{"type": "Polygon", "coordinates": [[[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]]]}'],
    } },
    'headers.csv': { headers: ['1', '2', '3'], rows: { 2: ['4', '5', '6'], 3: ['7', '8', '9'] } },
    'newlines.csv': { rows: { 2: ['1', '2', '3'], 3: ['Once upon \na time', '5', '6'], 4: ['7', '8', '9'] } },
    'no-headers.csv': { rows: { 2: ['1', '2', '3'], 3: ['4', '5', '6'] }, broken: [[4, 'too-many-fields', '7', '8', '9', '10']] },
    'option-comment.csv': { inspection: { layout: { headerRow: 2 } }, headers: ['a', 'b', 'c'], rows: { 3: ['1', '2', '3'] } },
    'option-escape.csv': { rows: { 4: ['5', '6', '7'] }, broken: [[2, 'quotes-malformed', '1,"some \\"escaped\\" value",2', '', ''], [3, 'quotes-malformed', '3,"\\"\\"",4', '', '']] },
    [earthquakes]: {},
    'option-newline.csv': { headers: ['a', 'b', 'cX1', '2', '3X"X-Men"', '5', '6X7', '8', '9'], rows: {} },
    'option-quote-escape.csv': { rows: { 2: ['1', "'some \\'escaped\\' value'", '2'], 3: ['3', "'\\'\\''", '4'], 4: ['5', '6', '7'] } },
    'option-quote-many.csv': { rows: { 2: ['1', "'some ''escaped'' value'", '2'], 3: ['3', "''''''", '4'], 4: ['5', '6', '7'] } },
    'option-quote.csv': { rows: { 2: ['1', "'some value'", '2'], 3: ['3', '4', '5'] } },
    'quotes+newlines.csv': { rows: { 2: ['1', 'ha \n"ha" \nha'], 3: ['2', ' \n"" \n'], 4: ['3', '4'] } },
    'strict+skipLines.csv': { rows: { 2: ['h1', 'h2', 'h3'], 3: ['1', '2', '3'], 4: ['4', '5', '6'], 5: ['7', '8', '9'] } },
    'strict-false-less-columns.csv': { rows: { 2: ['1', '2', '3'], 4: ['6', '7', '8'] }, broken: [[3, 'too-few-fields', '4', '5', '']] },
    'strict-false-more-columns.csv': { rows: { 2: ['1', '2', '3'], 4: ['8', '9', '10'] }, broken: [[3, 'too-many-fields', '4', '5', '6', '7']] },
    'strict.csv': { rows: { 2: ['1', '2', '3'], 3: ['4', '5', '6'] }, broken: [[4, 'too-many-fields', '7', '8', '9', '10']] },
  };

  it('are all spoken of', () => expect(Object.keys(ends).toSorted()).toEqual(csvFiles(fixtures ?? '')));

  it.each(Object.entries(ends).filter(([name]) => name !== earthquakes))('%s', async (name, expected) => {
    const found = await cellsOfRun(made, join(fixtures ?? '', name));
    expect(found).toMatchObject({ broken: [], ...expected });
    // An object matches where it holds more: no row may be there that nobody expects.
    expect(Object.keys(found.rows)).toEqual(Object.keys('rows' in expected ? expected.rows as object : {}));
  });

  it.each(['option-quote.csv', 'option-quote-many.csv'])('%s loses its apostrophes when they are chosen as quotation marks', async (name) => {
    const [first] = await cellsOf(join(fixtures ?? '', name), { quote: "'" });
    expect(first).toEqual(['1', name === 'option-quote.csv' ? 'some value' : "some 'escaped' value", '2']);
  });

  it('of which one line of thousands opens a quotation and never closes it loses that line alone', async () => {
    const path = join(fixtures ?? '', earthquakes);
    const lines = readFileSync(path, 'utf8').split('\n');
    const found = await cellsOfRun(made, path);
    expect(found.broken).toEqual([[4_578, 'quotes-malformed', lines[4_577], ...Array<string>(14).fill('')]]);
    const [header, ...records] = recordsNaively(lines.toSpliced(4_577, 1).join('\n'));
    expect([found.headers, ...Object.values(found.rows)]).toEqual([header, ...records]);
    expect(records).toHaveLength(4_592);
  });
});

const papaparse = sharedData('papaparse_fixtures');

describe.skipIf(papaparse === null)('fixtures of papaparse (../shared/data/papaparse_fixtures)', () => {
  const path = (name: string): string => join(papaparse ?? '', name);

  it('are all spoken of', () => expect(csvFiles(papaparse ?? '')).toEqual(['long-sample.csv', 'sample-header.csv', 'sample.csv', 'utf-8-bom-sample.csv', 'verylong-sample.csv']));

  it.each([
    ['sample.csv', ['A', 'B', 'C'], { 2: ['X', 'Y', 'Z'] }],
    ['utf-8-bom-sample.csv', ['A', 'B', 'C'], { 2: ['X', 'Y', 'Z'] }],
    ['sample-header.csv', ['title', 'name'], { 2: ['test title 01', 'test name 01'], 3: ['', 'test name 02'] }],
  ])('%s', async (name, headers, rows) => {
    expect(await cellsOfRun(made, path(name))).toMatchObject({ headers, rows, broken: [], inspection: { layout: { encoding: 'utf-8', headerRow: 1 } } });
  });

  it('long-sample.csv, which has neither header nor quotation marks, is cut at its commas', async () => {
    const [header, ...rows] = readFileSync(path('long-sample.csv'), 'utf8').split('\n').map((line) => line.split(','));
    const found = await cellsOfRun(made, path('long-sample.csv'));
    expect([found.headers, Object.values(found.rows)]).toEqual([header, rows]);
    expect(rows[0]).toEqual(['Cherokee', 'Shields', 'Nulla.Semper.Tellus@duinec.example', '2014-11-22T16:43:51-08:00', '2013-09-26T11:47:15-07:00', 'Pede Corporation', 'Donec.elementum@orciluctuset.example']);
  });

  it('verylong-sample.csv is read to its end, each short line named', async () => {
    const [header, ...records] = recordsNaively(readFileSync(path('verylong-sample.csv'), 'utf8'));
    const found = await cellsOfRun(made, path('verylong-sample.csv'));
    expect([found.headers, ...Object.values(found.rows)]).toEqual([header, ...records.filter(({ length }) => length === 3)]);
    expect(found.broken).toEqual([500, 1_000, 1_500, 2_000].map((row) => [row, 'too-few-fields', ...(records[row - 2] ?? []), '']));
  });

  it('long-sample.csv goes into the book: companies, then their people', async () => {
    const layout: LayoutChoice = { headerRow: 1 };
    await made.run(path('long-sample.csv'), { kind: 'accounts', layout, mapping: { name: 5 } });
    expect(await made.run(path('long-sample.csv'), { kind: 'people', layout, mapping: { accountName: 5, firstName: 0, lastName: 1, email: 2 } })).toMatchObject({ rowsRead: 7, rowsRejected: 0, tables: { person: { created: 7 } } });
    expect(made.rows('SELECT person.name, email, account.name AS company FROM position JOIN person ON person.id = person_id JOIN account ON account.id = account_id ORDER BY person.name LIMIT 2')).toEqual([
      { name: 'Callum Underwood', email: 'Phasellus@Quisquetincidunt.example', company: 'Sed Turpis Nec LLP' },
      { name: 'Catherine Parrish', email: 'lorem@feugiatnon.example', company: 'Phasellus Fermentum Convallis PC' },
    ]);
  });
});
