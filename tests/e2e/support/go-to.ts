import { expect, type Page } from '@playwright/test';

/**
 * Opens a screen by its address, as a link within the program does; asked for from outside, the browser may load the
 * launch address anew.
 * @param route such as `/accounts/ID/people`
 */
export async function goTo(page: Page, route: string): Promise<void> {
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.evaluate((hash) => { location.hash = hash; }, route);
}
