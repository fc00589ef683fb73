import { readFileSync } from 'node:fs';
import readExcel from 'read-excel-file/node';
import { storyBook } from '#tests/builders/story-book.ts';
import { expect, test as base } from './support/app.ts';

const test = base.extend({
  dataDir: async ({ dataDir }, use) => {
    await storyBook(dataDir);
    await use(dataDir);
  },
});

test.use({ opensAt: '/accounts' });

test('a list is handed over as a workbook with its rows, numbers as numbers', async ({ app: { page } }) => {
  await page.getByRole('grid', { name: 'Accounts' }).getByRole('row', { name: /Hengyue/ }).waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Excel workbook (XLSX)' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^Key accounts .*\.xlsx$/);
  const [sheet] = await readExcel(readFileSync(await file.path()));
  const rows = sheet?.data ?? [];
  expect(rows).toHaveLength(13);
  expect(rows[0]?.[0]).toBe('Account');
  expect(rows.slice(1).map(([name]) => name)).toContain('Hengyue Heavy Industries');
  expect(rows.slice(1).some((cells) => cells.some((cell) => typeof cell === 'number'))).toBe(true);
});
