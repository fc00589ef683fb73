import type { Theme } from '#shared/domain/document/theme.ts';
import { LOGO, PAGE } from './deck-style.ts';

/** Where the logo stands on a page, inches: as large as its box allows, at the cover's right or the foot's left; null without one. */
export function logoBox({ logo }: Theme, where: keyof typeof LOGO): { x: number; y: number; w: number; h: number } | null {
  if (!logo) return null;
  const box = LOGO[where];
  const scale = Math.min(box.w / logo.width, box.h / logo.height);
  const [w, h] = [logo.width * scale, logo.height * scale];
  return { x: where === 'cover' ? PAGE.width - PAGE.side - w : PAGE.side, y: box.y + (box.h - h) / 2, w, h };
}
