import { expect, type Page } from '@playwright/test';

/** A file for the chooser: a path, or content made by the test. */
export type ChosenFile = string | { name: string; mimeType: string; buffer: Buffer };

/** A CSV file made by the test. */
export const csv = (name: string, lines: string[]): ChosenFile => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) });

/** Opens the import by the rail and chooses files there; English only. */
export async function chooseFiles(page: Page, files: ChosenFile[]): Promise<void> {
  await page.getByRole('link', { name: 'Data' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  const chooser = page.locator('input[type=file]');
  // Playwright takes paths or contents in one call, not both.
  const paths = files.filter((file) => typeof file === 'string');
  const made = files.filter((file) => typeof file !== 'string');
  await chooser.setInputFiles(paths.length > 0 ? paths : made);
}

/** Imports files one after the other as a person would; they go in the order that the page proposes. English only. */
export async function importFiles(page: Page, files: ChosenFile[]): Promise<void> {
  await chooseFiles(page, files);
  for (let left = files.length - 1; left >= 0; left--) {
    await page.getByRole('button', { name: 'See what would happen' }).click();
    await page.getByRole('button', { name: /^Import [\d,]+ rows?$/ }).click();
    await expect(page.getByRole('heading', { name: /, imported$/ })).toBeVisible();
    if (left > 0) await page.getByRole('button', { name: /^Go on with the next/ }).click();
  }
}
