import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { driveCore } from '#tests/builders/driven-core.ts';
import { chromiumLaunch } from '#tests/e2e/support/chromium.ts';
import { startLoopback } from '#tests/e2e/support/loopback-process.ts';
import type { Figure } from './compare.ts';
import { makeFiles } from './made-files.ts';

/** Longest that a frame should take, ms. */
const FRAME_MS = 32;
const ROUNDS = 3;
const MOUNTS = 7;

const percentile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const milliseconds = (ms: number): string => `${ms.toFixed(1)} ms`;

/** Processor seconds that the page's main thread has used so far; waiting for the next frame is no work, nor is waiting for a processor. */
async function workMeter(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** Scrolls what `selector` names by one view a frame, waiting where rows are still on their way. @returns ms of each frame */
const scroll = (page: Page, selector: string, steps: number): Promise<number[]> => page.evaluate(async ([name, count]) => {
  const box = document.querySelector(name);
  if (!box) throw new Error(`nothing to scroll: ${name}`);
  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
  const frames: number[] = [];
  box.scrollTop = 0;
  await frame();
  for (let step = 0; step < count; step += 1) {
    const target = (step + 1) * box.clientHeight;
    while (box.scrollTop < target) {
      const begin = performance.now();
      box.scrollTop = target;
      await frame();
      frames.push(performance.now() - begin);
    }
  }
  return frames;
}, [selector, steps] as const);

/** Lays a row pool over the page, as plain as it can be written by hand: rows like the list's own, moved and filled anew as they leave the view. */
const addRowPool = (page: Page, rows: number): Promise<void> => page.evaluate((count) => {
  const height = 36;
  const grid = document.querySelector<HTMLElement>('[role=grid]');
  const like = grid?.querySelector<HTMLElement>('[role=rowgroup] [role=row]');
  if (!grid || !like) throw new Error('there is no list to be like');
  const { left, top, width, height: view } = grid.getBoundingClientRect();
  const box = document.createElement('div');
  const body = document.createElement('div');
  box.id = 'row-pool';
  box.style.cssText = `position: fixed; z-index: 1000; overflow: auto; background: white; left: ${left}px; top: ${top}px; width: ${width}px; height: ${view}px; ${grid.style.cssText}`;
  body.style.cssText = `position: relative; height: ${count * height}px`;
  const pool = Array.from({ length: Math.ceil(view / height) + 12 }, () => {
    const row = like.cloneNode(true) as HTMLElement;
    const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    const cells: Node[] = [];
    while (texts.nextNode()) cells.push(texts.currentNode);
    body.append(row);
    return { row, cells, at: -1 };
  });
  const draw = (): void => {
    const first = Math.max(0, Math.floor(box.scrollTop / height) - 6);
    for (let index = first; index < Math.min(count, first + pool.length); index += 1) {
      const slot = pool[index % pool.length];
      if (!slot || slot.at === index) continue;
      slot.at = index;
      slot.row.style.transform = `translateY(${index * height}px)`;
      for (const cell of slot.cells) cell.nodeValue = `Account ${index}`;
    }
  };
  box.append(body);
  box.addEventListener('scroll', draw, { passive: true });
  document.body.append(box);
  draw();
}, rows);

/** Opens the program in a browser on a book of so many accounts. */
async function openList(dir: string, accounts: number): Promise<{ page: Page; close: () => Promise<void> }> {
  mkdirSync(dir, { recursive: true });
  const files = makeFiles(dir, { accounts, people: 0, interactions: 0, orders: 0, linesPerOrder: 0 });
  const { core, freshBook, importFile } = driveCore(dir, join(dir, `data-${accounts}`));
  await freshBook();
  await importFile(files.accounts, 'accounts');
  await core.close();
  const host = await startLoopback(join(dir, `data-${accounts}`));
  const browser = await chromium.launch(chromiumLaunch);
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en' });
  await page.goto(pathToFileURL(host.launch).href);
  await page.getByRole('link', { name: 'Accounts' }).click();
  await page.getByRole('row').nth(10).waitFor();
  return {
    page,
    async close() {
      await browser.close();
      host.end();
      await host.ended;
    },
  };
}

/** Work of drawing the list when one comes back to it, ms. */
async function mountTime(page: Page, work: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < MOUNTS; round += 1) {
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('grid').waitFor({ state: 'detached' });
    const begin = await work();
    await page.getByRole('link', { name: 'Accounts' }).click();
    await page.getByRole('row').nth(10).waitFor();
    times.push((await work() - begin) * 1_000);
  }
  return percentile(times, 0.5);
}

/** Scrolling through a long list beside a row pool written by hand, and what the length of a list costs when it is drawn. */
export async function scrollFigures(dir: string, rows: number, steps: number): Promise<Figure[]> {
  if (!chromiumLaunch.executablePath) {
    process.stdout.write('scrolling: no browser is installed\n');
    return [];
  }
  const short = await openList(join(dir, 'short'), 1_000);
  const shortMount = await mountTime(short.page, await workMeter(short.page));
  await short.close();
  const { page, close } = await openList(join(dir, 'long'), rows);
  const work = await workMeter(page);
  const mount = await mountTime(page, work);
  await addRowPool(page, rows);
  const each = { ours: [] as number[], pool: [] as number[] };
  const frames: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [into, selector] of [[each.ours, '[role=grid]'], [each.pool, '#row-pool']] as const) {
      const begin = await work();
      const waits = await scroll(page, selector, steps);
      into.push(((await work() - begin) * 1_000) / steps);
      if (into === each.ours) frames.push(...waits);
    }
  }
  await close();
  const [ours, pool, frame] = [percentile(each.ours, 0.5), percentile(each.pool, 0.5), percentile(frames, 0.95)];
  const name = `${rows.toLocaleString('en')} rows`;
  return [
    { name: `scroll of ${name}, a view a step`, ours: milliseconds(ours), limit: milliseconds(pool), ratio: ours / pool, budget: 2.5 },
    { name: `frames of that scroll, p95 (ratio to ${FRAME_MS} ms)`, ours: milliseconds(frame), limit: milliseconds(FRAME_MS), ratio: frame / FRAME_MS, budget: 1 },
    { name: `list of ${name} drawn (limit: 1,000 rows)`, ours: milliseconds(mount), limit: milliseconds(shortMount), ratio: mount / shortMount, budget: 1.5 },
  ];
}
