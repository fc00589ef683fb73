import type { ReactNode } from 'react';
import type { DeckBlock } from '#shared/domain/document/model.ts';
import type { DeckTable } from '#shared/domain/document/table.ts';
import type { FormatLanguage } from '#shared/kernel/format-number.ts';
import { PageBars } from './PageBars.tsx';
import classes from './page.module.css';

interface PageBlockProps {
  block: DeckBlock;
  language: FormatLanguage;
  /** Opens the rows of a number; without it numbers are plain text. */
  onNumber: ((id: string) => void) | undefined;
}

/** Whether rows stand close, for all to end above the foot; few rows with numbers keep room between those. */
function isDense({ columns, rows }: DeckTable): boolean {
  return rows.length > 8 || (rows.length > 5 && columns.some(({ lines }) => lines > 1) && !rows.some((row) => row.some(({ ref }) => ref !== undefined)));
}

/** One block of a page. */
export function PageBlock({ block, language, onNumber }: PageBlockProps) {
  const number = (text: string, ref: string | undefined): ReactNode =>
    (ref !== undefined && onNumber ? <button type="button" className={classes['number']} onClick={() => onNumber(ref)}>{text}</button> : text);
  switch (block.kind) {
    case 'bars': return <PageBars chart={block} language={language} />;
    case 'notice': return <p className={classes['notice']}>{block.text}</p>;
    case 'text': {
      const Tag = block.list ? 'ul' : 'div';
      return (
        <div className={classes['words']}>
          {block.heading !== null && <b>{block.heading}</b>}
          <Tag>{block.paragraphs.map((text, at) => (block.list ? <li key={at}>{text}</li> : <p key={at}>{text}</p>))}</Tag>
        </div>
      );
    }
    case 'figures': return (
      <dl className={classes['figures']}>
        {block.figures.map(({ label, value, comparison, tone, ref }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd><b>{number(value, ref)}</b>{comparison !== null && <span data-tone={tone}>{comparison}</span>}</dd>
          </div>
        ))}
      </dl>
    );
    case 'table': return (
      <div>
        <table className={classes['table']} aria-label={block.description} data-dense={isDense(block) || undefined}>
          <colgroup>{block.columns.map(({ share }, at) => <col key={at} style={{ width: `${share * 100}%` }} />)}</colgroup>
          <thead><tr>{block.columns.map(({ title, align }, at) => <th key={at} scope="col" data-align={align}>{title}</th>)}</tr></thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at} data-internal={row[0]?.internal}>
                {row.map(({ text, tone, ref, number: value }, column) => (
                  <td key={column} data-align={block.columns[column]?.align} data-tone={tone}><span data-number={value && true} data-lines={block.columns[column]?.lines}>{number(text, ref)}</span></td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {block.more !== null && <p className={classes['more']}>{block.more}</p>}
      </div>
    );
  }
}
