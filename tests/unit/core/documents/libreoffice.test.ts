import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeckMaker } from '#core/documents/make-deck.ts';
import { writeDocument } from '#core/documents/write-document.ts';
import { PLAIN_LOOK, type Look } from '#shared/domain/document/look.ts';
import { themeOf } from '#shared/domain/document/theme.ts';
import { madeDeck } from '#tests/builders/made-deck.ts';
import { noPrinter } from '#tests/builders/no-printer.ts';
import { madePng } from '#tests/builders/pictures.ts';
import { reviewFigures } from '#tests/builders/review-figures.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';
import { hasProgram } from '#tests/fixtures/has-program.ts';

const able = hasProgram('soffice', '--version') && hasProgram('pdftotext', '-v') && hasProgram('pdfinfo', '-v');

describe.skipIf(!able)('documents as LibreOffice opens them (skipped without soffice, pdftotext and pdfinfo)', () => {
  let dir: string;
  const look: Look = { company: 'Acme', accent: '#F2C200', latin: 'Georgia', chinese: 'KaiTi', logo: { type: 'png', width: 90, height: 30, data: madePng(90, 30).toString('base64') } };
  const text = (name: string, page: number): string => execFileSync('pdftotext', ['-f', String(page), '-l', String(page), join(dir, `${name}.pdf`), '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
  const pages = (name: string): number => Number(/Pages: +(\d+)/.exec(execFileSync('pdfinfo', [join(dir, `${name}.pdf`)], { encoding: 'utf8' }))?.[1]);

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'ballast-office-'));
    const make = createDeckMaker({ paths: { dataDir: '', resourcesDir }, pdf: noPrinter }, () => look);
    const files: [string, File][] = [
      ['en.pptx', await make(reviewFigures(), 'en', 'pptx')], ['zh.pptx', await make(reviewFigures(), 'zh-CN', 'pptx')],
      ['every.pptx', await writeDocument(madeDeck(), themeOf(PLAIN_LOOK), 'pptx', { name: 'x', pdf: noPrinter })], ['book.xlsx', await make(reviewFigures(), 'zh-CN', 'xlsx')],
    ];
    for (const [name, file] of files) writeFileSync(join(dir, name), new Uint8Array(await file.arrayBuffer()));
    execFileSync('soffice', [`-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`, '--headless', '--convert-to', 'pdf', '--outdir', dir, ...files.map(([name]) => join(dir, name))], { stdio: 'ignore', timeout: 150_000 });
  }, 180_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

  it('a review has its five pages with their texts, in both languages', () => {
    expect([pages('en'), pages('zh')]).toEqual([5, 5]);
    expect(text('en', 1)).toContain('Business review Q4 2026');
    expect(text('en', 1)).toContain('Acme');
    expect(text('en', 2)).toContain('Revenue is 12.0% above last year and 20.0% below last quarter');
    expect(text('en', 2)).toContain('This quarter');
    expect(text('en', 5)).toContain('2 days late');
    const chinese = [1, 2, 3, 4, 5].map((page) => text('zh', page).replaceAll(' ', ''));
    expect(chinese[0]).toContain('2026年第四季度业务复盘');
    expect(chinese[1]).toContain('收入同比增长12.0%，环比下降20.0%');
    expect(chinese[2]).toContain('炉线改造');
    expect(chinese[4]).toContain('致电苏敏');
  });

  it('every kind of block is drawn', () => {
    expect(pages('every')).toBe(3);
    const [second, third] = [text('every', 2), text('every', 3)];
    for (const part of ['¥8.4M', 'Revenue, ¥M', 'Oct', '炉线 & <Co>', '50.0%', 'and 3 more', 'A note']) expect(second).toContain(part);
    for (const part of ['Agreed', '先在二号炉线验证', 'Nothing else was agreed.']) expect(third).toContain(part);
  });

  it('the workbook opens with its numbers', () => {
    const all = Array.from({ length: pages('book') }, (_, at) => text('book', at + 1)).join(' ');
    for (const part of ['收入（万元）', '840', '12.0%', '致电苏敏']) expect(all).toContain(part);
  });
});
