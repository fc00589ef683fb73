import { expect, it } from 'vitest';
import { simplifyCharacter, simplifyHan } from '#shared/kernel/simplify-han.ts';

it('makes traditional characters simplified one by one and leaves all else', () => {
  expect(simplifyHan('恆嶽重工集團 Müller 12')).toBe('恒岳重工集团 Müller 12');
  expect(simplifyHan('恒岳')).toBe('恒岳');
  expect(simplifyHan('plain')).toBe('plain');
  expect(simplifyCharacter('薴')).toBe(simplifyCharacter('苧'));
});

it('is done when it was done once', () => {
  for (let code = 0x3400; code < 0xA000; code += 1) {
    const once = simplifyCharacter(String.fromCodePoint(code));
    expect(simplifyCharacter(once)).toBe(once);
  }
});
