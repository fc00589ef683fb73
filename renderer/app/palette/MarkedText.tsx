import type { MarkedText as Marked } from '#shared/contract/search.ts';
import classes from './Palette.module.css';

/** A text with the stretches that were searched for underlined. */
export function MarkedText({ text, marks }: Marked) {
  const starts = [0, ...marks.map(([, end]) => end)];
  return (
    <>
      {starts.map((from, index) => {
        const [start, end] = marks[index] ?? [text.length, text.length];
        return <span key={from}>{text.slice(from, start)}{end > start && <mark className={classes['hit']}>{text.slice(start, end)}</mark>}</span>;
      })}
    </>
  );
}
