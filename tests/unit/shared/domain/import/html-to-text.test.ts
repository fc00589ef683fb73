import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '#shared/domain/import/html-to-text.ts';

describe('htmlToText', () => {
  it('leaves plain text alone, angle brackets and all', () => {
    for (const text of ['a < b and c > d', 'price <1.000', 'Li Lei <lilei@example.com>', 'x &amp; y', '']) expect(htmlToText(text)).toBe(text);
  });

  it('keeps the words and their lines', () => {
    expect(htmlToText('<html><head><style>p{margin:0}</style><title>T</title></head><body><div>Hi,</div><p>the&nbsp;order &lt;12&gt;<br>is <b>late</b> &#x4e00;&#8230;</p></body></html>'))
      .toBe('Hi,\nthe order <12>\nis late 一…');
  });

  it('drops what is not words, closed or not', () => {
    expect(htmlToText('<p>a<script>alert(1)</script>b<!-- c --></p>')).toBe('a b');
    expect(htmlToText('<p>a</p><script>alert(1)')).toBe('a');
    expect(htmlToText('<div>a<img src=x onerror="alert(1)"')).toBe('a');
    expect(htmlToText('<p>&#0;&#xd800;&bogus;</p>')).toBe('&#0;&#xd800;&bogus;');
  });

  it('ends soon, whatever it is given', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('<', '>', '<p', '</p>', '<script', '<!--', '-->', '&', '#', ';', 'x', '"', '\n'), { maxLength: 2_000 }), (parts) => {
      const began = performance.now();
      htmlToText(`<p>${parts.join('')}`);
      expect(performance.now() - began).toBeLessThan(500);
    }), { numRuns: 50 });
  });
});
