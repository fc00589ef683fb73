import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, darkEnough, mix, textOn } from '#shared/domain/document/contrast.ts';
import { lookChangesSchema, PLAIN_LOOK } from '#shared/domain/document/look.ts';
import { migrateLogo, migrateLook } from '#shared/domain/document/migrate-look.ts';
import { pictureSize } from '#shared/domain/document/picture-size.ts';
import { themeOf } from '#shared/domain/document/theme.ts';
import { madeJpegHead, madePng } from '#tests/builders/pictures.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0').toUpperCase()}`);

describe('colours', () => {
  it('are told apart as WCAG does', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2);
    expect(contrast('#FFFFFF', '#767676')).toBe(contrast('#767676', '#FFFFFF'));
    expect(mix('#000000', '#FFFFFF', 0.5)).toBe('#808080');
  });

  it('whatever the accent, texts on it and in it can be read, and its fills be seen', () => {
    fc.assert(fc.property(colour, (accent) => {
      const theme = themeOf({ ...PLAIN_LOOK, accent });
      expect(contrast(theme.onAccent, theme.accent)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme.accentText, '#FFFFFF')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme.accent, '#FFFFFF')).toBeGreaterThanOrEqual(3);
    }));
  });

  it('a dark accent stays as it is, a light one is darkened and written on in black', () => {
    expect(themeOf(PLAIN_LOOK)).toMatchObject({ accent: '#0B6477', accentText: '#0B6477', onAccent: '#FFFFFF', widening: 1 });
    const yellow = themeOf({ ...PLAIN_LOOK, accent: '#F2C200', latin: 'Georgia' });
    expect(yellow.accent).not.toBe('#F2C200');
    expect(yellow).toMatchObject({ onAccent: '#000000', widening: 1.1 });
    expect([textOn('#FFFFFF'), darkEnough('#FFFFFF', 21)]).toEqual(['#000000', '#000000']);
  });
});

describe('the kind and size of a picture', () => {
  it('come from its content', () => {
    expect(pictureSize(madePng(6, 2))).toEqual({ type: 'png', width: 6, height: 2 });
    expect(pictureSize(madeJpegHead(640, 480))).toEqual({ type: 'jpeg', width: 640, height: 480 });
  });

  it.each([
    ['text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a PNG cut short', madePng(6, 2).subarray(0, 60)],
    ['a PNG without extent', madePng(0, 2)],
    ['a PNG too large to be true', madePng(10_001, 1)],
    ['a JPEG without a frame', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 60]), Buffer.alloc(60)])],
    ['a GIF', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(60)])],
    ['nothing', Buffer.alloc(0)],
  ])('%s is none', (_, bytes) => {
    expect(pictureSize(bytes)).toBeNull();
  });

  it('any bytes have an answer', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(pictureSize(bytes)).toBeNull();
      pictureSize(Buffer.concat([Buffer.from([0xff, 0xd8]), bytes]));
    }));
  });
});

describe('a kept look', () => {
  const { logo: _, ...look } = PLAIN_LOOK;

  it('is understood in its version only', () => {
    expect(migrateLook({ version: 1, ...look })).toEqual({ version: 1, ...look });
    for (const other of [null, { version: 2, ...look }, { version: 1, ...look, accent: 'red' }, 'text']) expect(migrateLook(other)).toBeNull();
    expect(migrateLogo({ version: 1, type: 'png', width: 1, height: 1, data: 'AAAA' })).toMatchObject({ data: 'AAAA' });
    expect(migrateLogo({ version: 1, type: 'svg', width: 1, height: 1, data: 'AAAA' })).toBeNull();
    expect(migrateLogo({ version: 1, type: 'png', width: 1, height: 1, data: '"><script>' })).toBeNull();
  });

  it('changes field by field, each checked', () => {
    expect(lookChangesSchema.parse({ company: '  Acme ' })).toEqual({ company: 'Acme' });
    for (const wrong of [{ accent: '#abc' }, { latin: 'Comic Sans' }, { company: 'x'.repeat(101) }, { logo: { file: '' } }]) expect(lookChangesSchema.safeParse(wrong).success).toBe(false);
  });
});
