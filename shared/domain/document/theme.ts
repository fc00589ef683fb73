import { darkEnough, mix, textOn } from './contrast.ts';
import type { Look } from './look.ts';

/** What a writer needs of the company's look; colours as `#RRGGBB` on white pages. */
export interface Theme {
  /** Fills: the company's own colour, darkened only where it would be lost on white (3:1). */
  accent: string;
  /** The same as text on white: 4.5:1. */
  accentText: string;
  /** Text on the accent: 4.5:1. */
  onAccent: string;
  /** The quieter of two series. */
  accentTint: string;
  latin: Look['latin'];
  chinese: Look['chinese'];
  /** How much wider the Latin face runs than Arial, by which texts are measured; never below 1. */
  widening: number;
  company: string;
  logo: Look['logo'];
}

const WIDENING: Partial<Record<Look['latin'], number>> = { Georgia: 1.1 };

/** Makes the colours of a look safe to read. */
export function themeOf(look: Look): Theme {
  const accent = darkEnough(look.accent, 3);
  return {
    accent, accentText: darkEnough(look.accent, 4.5), onAccent: textOn(accent), accentTint: mix(accent, '#FFFFFF', 0.48),
    latin: look.latin, chinese: look.chinese, widening: WIDENING[look.latin] ?? 1, company: look.company, logo: look.logo,
  };
}
