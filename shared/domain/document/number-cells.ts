import { formatNumber, type FormatLanguage } from '#shared/kernel/format-number.ts';
import { directionOf, formatPercent, formatPoints } from '#shared/kernel/format-percent.ts';
import type { DeckCell } from './table.ts';

type NumberCell = Required<Pick<DeckCell, 'text' | 'number'>>;

/** A number in the unit of its row or column, as text and as itself. */
export const numberCell = (value: number, language: FormatLanguage, digits = 0): NumberCell => ({ text: formatNumber(value, language, digits), number: { value, format: 'plain', digits } });

/** A ratio (0.341) as percent; `signed` for changes. */
export const percentCell = (ratio: number, language: FormatLanguage, signed = false): NumberCell => ({ text: formatPercent(ratio, language, signed), number: { value: ratio, format: 'percent', digits: 1 } });

const TONES = { up: 'good', down: 'risk', level: 'plain' } as const;

/** A change, in the tone of what it says: “0.0%” is neither good nor bad, whatever was rounded away. */
export const changeCell = (cell: NumberCell): DeckCell => ({ ...cell, tone: TONES[directionOf(cell.text)] });

/** The difference of two ratios in percent points. */
export const pointsCell = (difference: number, language: FormatLanguage): NumberCell => ({ text: formatPoints(difference, language), number: { value: difference * 100, format: 'points', digits: 1 } });
