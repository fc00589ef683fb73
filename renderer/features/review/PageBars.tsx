import type { DeckChart } from '#shared/domain/document/chart.ts';
import type { FormatLanguage } from '#shared/kernel/format-number.ts';
import { formatNumber } from '#shared/kernel/format-number.ts';
import classes from './page.module.css';

const WIDE = 300;
const HIGH = 232;
const LABEL = 22;
const NAMES = 112;
/** Widths at 11 units a letter: Chinese signs are square. */
const SQUARE = 11;
const NARROW = 6.2;

/** A round number of at least `largest`, for the end of the axis. */
function roundUp(largest: number): number {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= largest) ?? 10) * power;
}

/** A name cut to the room beside its bars. */
function cut(name: string): string {
  let room = NAMES - 6;
  const letters = [...name];
  const end = letters.findIndex((letter) => (room -= letter > '\u2e7f' ? SQUARE : NARROW) < 0);
  return end < 0 ? name : `${letters.slice(0, Math.max(1, end - 1)).join('').trimEnd()}…`;
}

/** Native bars of a page; the numbers of the current period stand at them. */
export function PageBars({ chart, language }: { chart: DeckChart; language: FormatLanguage }) {
  const { categories, series, direction, digits, unfinishedAt } = chart;
  const values = series.flatMap((one) => one.values);
  const top = roundUp(Math.max(0, ...values));
  const least = Math.min(0, ...values);
  const up = direction === 'up';
  const length = up ? HIGH - LABEL - 18 : WIDE - NAMES - 44;
  const scale = length / (top - least);
  const band = (up ? WIDE : HIGH) / Math.max(1, categories.length);
  const bar = Math.min(26, (band * 0.72) / Math.max(1, series.length));
  const zero = up ? HIGH - LABEL + least * scale : NAMES - least * scale;
  return (
    <figure className={classes['chart']}>
      <figcaption className={classes['legend']}>
        <b>{chart.title}</b>
        {series.length > 1 && series.map(({ name, role }) => <span key={name}><i data-role={role} />{name}</span>)}
      </figcaption>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={chart.description}>
        {up && [0, 0.5, 1].map((part) => <line key={part} className={classes['grid']} x1={0} x2={WIDE} y1={zero - top * part * scale} y2={zero - top * part * scale} />)}
        {categories.map((category, at) => {
          const start = at * band + (band - bar * series.length) / 2;
          return (
            <g key={`${category} ${at}`}>
              {series.map(({ name, role, values: each }, place) => {
                const value = each[at] ?? 0;
                const size = Math.max(0.5, Math.abs(value) * scale);
                const along = start + place * bar;
                const box = up ? { x: along + 1, y: value < 0 ? zero : zero - size, width: bar - 2, height: size } : { x: value < 0 ? zero - size : zero, y: along + 1, width: size, height: bar - 2 };
                return (
                  <g key={name}>
                    <rect {...box} rx={1.5} data-role={role} data-unfinished={(at === unfinishedAt && role === 'now') || undefined} />
                    {role === 'now' && (
                      <text className={classes['value']} textAnchor={up ? 'middle' : 'start'} x={up ? along + bar / 2 : zero + Math.max(0, value * scale) + 4} y={up ? zero - Math.max(0, value * scale) - 4 : along + bar / 2 + 4}>
                        {formatNumber(value, language, digits)}
                      </text>
                    )}
                  </g>
                );
              })}
              <text className={classes['tick']} textAnchor={up ? 'middle' : 'end'} x={up ? at * band + band / 2 : NAMES - 6} y={up ? HIGH - 5 : at * band + band / 2 + 4}>
                {up ? category : cut(category)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
