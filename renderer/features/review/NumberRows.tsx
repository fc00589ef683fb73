import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewRows } from '#shared/domain/review/rows.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import classes from './review.module.css';

/** More rows than this are counted, not drawn. */
const LIMIT = 500;

interface RowsTableProps {
  /** Keys of the column titles; those after `ends` hold numbers. */
  titles: string[];
  ends?: number;
  rows: ReactNode[][];
  count: number;
}

function RowsTable({ titles, ends = titles.length, rows, count }: RowsTableProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  return (
    <>
      <table className={classes['rows']}>
        <thead><tr>{titles.map((title, at) => <th key={title} scope="col" data-end={at >= ends || undefined}>{t(title)}</th>)}</tr></thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>{cells.map((cell, at) => <td key={titles[at]} data-end={at >= ends || undefined} className={at >= ends ? undefined : classes['long']} title={typeof cell === 'string' ? cell : undefined}>{cell}</td>)}</tr>
          ))}
        </tbody>
      </table>
      {count > rows.length && <p className={classes['quiet']}>{t('dialog.firstOf', { shown: format.number(rows.length), count, number: format.number(count) })}</p>}
    </>
  );
}

/** Order lines, interactions, next steps or people, as the number was made of them. */
export function NumberRows({ rows: answer }: { rows: ReviewRows }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const meta = (text: string, more: string | null): ReactNode => (more === null ? text : <>{text}<span className={classes['meta']}>{more}</span></>);
  const due = (day: string | null, late: boolean): ReactNode => (day === null ? t('dialog.noDue') : <span data-late={late || undefined} className={classes['listDate']}>{format.dayFull(day)}</span>);
  const count = answer.rows.length;
  switch (answer.kind) {
    case 'orders': return (
      <RowsTable
        count={count} ends={3} titles={['dialog.line.date', 'dialog.line.order', 'dialog.line.product', 'dialog.line.quantity', 'dialog.line.amount', 'dialog.line.margin']}
        rows={answer.rows.slice(0, LIMIT).map((line) => [
          format.dayFull(line.orderedOn), line.orderNo ?? '–', meta(line.product ?? '–', line.isReturn ? t('dialog.line.return') : null), format.quantity(line.quantity),
          format.moneyExact(line.amount, line.currency), format.moneyExact(line.cost === null ? null : line.amount - line.cost, line.currency),
        ])}
      />
    );
    case 'interactions': return (
      <RowsTable
        count={count} titles={['deck.interactions.date', 'deck.interactions.summary', 'deck.interactions.decisions', 'deck.interactions.people']}
        rows={answer.rows.slice(0, LIMIT).map((row) => [
          format.dayFull(row.date), meta(row.summary, t(`dialog.kind.${row.kind}`)), row.decisions === '' ? '–' : row.decisions, row.people.length === 0 ? '–' : row.people.join(t('dialog.join')),
        ])}
      />
    );
    case 'tasks': return (
      <RowsTable
        count={count} titles={['deck.nextSteps.title', 'deck.nextSteps.owner', 'deck.nextSteps.due']}
        rows={answer.rows.slice(0, LIMIT).map((row) => [
          row.title, row.owner ?? t('dialog.noOwner'), due(row.dueOn, row.late),
        ])}
      />
    );
    case 'people': return (
      <RowsTable
        count={count} titles={['deck.relationships.name', 'deck.relationships.role', 'deck.relationships.attitude', 'deck.relationships.last']}
        rows={answer.rows.slice(0, LIMIT).map((row) => [
          meta(row.name, row.title), row.roles.length === 0 ? '–' : row.roles.map((role) => t(`deck.role.${role}`)).join(t('dialog.join')),
          row.attitude === null ? '–' : t(`deck.attitude.${row.attitude}`), row.lastOn === null ? t('deck.relationships.never') : format.dayFull(row.lastOn),
        ])}
      />
    );
  }
}
