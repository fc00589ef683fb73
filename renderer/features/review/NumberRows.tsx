import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewRows } from '#shared/domain/review/rows.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import classes from './review.module.css';

/** More rows than this are counted, not drawn. */
const LIMIT = 500;

interface Column<T> {
  title: string;
  end?: boolean;
  cell: (row: T) => ReactNode;
}

function RowsTable<T>({ rows, columns, rest }: { rows: readonly T[]; columns: Column<T>[]; rest: string }) {
  return (
    <>
      <table className={classes['rows']}>
        <thead><tr>{columns.map(({ title, end }) => <th key={title} scope="col" data-end={end || undefined}>{title}</th>)}</tr></thead>
        <tbody>{rows.slice(0, LIMIT).map((row, at) => <tr key={at}>{columns.map(({ title, end, cell }) => <td key={title} data-end={end || undefined} className={end ? undefined : classes['long']}>{cell(row)}</td>)}</tr>)}</tbody>
      </table>
      {rows.length > LIMIT && <p className={classes['quiet']}>{rest}</p>}
    </>
  );
}

/** Order lines, interactions, next steps or people, as the number was made of them. */
export function NumberRows({ rows: answer }: { rows: ReviewRows }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const rest = t('dialog.firstOf', { shown: format.number(LIMIT), count: answer.rows.length, number: format.number(answer.rows.length) });
  switch (answer.kind) {
    case 'orders': return (
      <RowsTable rows={answer.rows} rest={rest} columns={[
        { title: t('dialog.line.date'), cell: (line) => format.dayFull(line.orderedOn) },
        { title: t('dialog.line.order'), cell: (line) => line.orderNo ?? '–' },
        { title: t('dialog.line.product'), cell: (line) => <>{line.product ?? '–'}{line.isReturn && <span className={classes['meta']}>{t('dialog.line.return')}</span>}</> },
        { title: t('dialog.line.quantity'), end: true, cell: (line) => format.quantity(line.quantity) },
        { title: t('dialog.line.amount'), end: true, cell: (line) => format.moneyExact(line.amount, line.currency) },
        { title: t('dialog.line.margin'), end: true, cell: (line) => format.moneyExact(line.cost === null ? null : line.amount - line.cost, line.currency) },
      ]} />
    );
    case 'interactions': return (
      <RowsTable rows={answer.rows} rest={rest} columns={[
        { title: t('deck.interactions.date'), cell: (row) => format.dayFull(row.date) },
        { title: t('deck.interactions.summary'), cell: (row) => <>{row.summary}<span className={classes['meta']}>{t(`dialog.kind.${row.kind}`)}</span></> },
        { title: t('deck.interactions.decisions'), cell: (row) => (row.decisions === '' ? '–' : row.decisions) },
        { title: t('deck.interactions.people'), cell: (row) => (row.people.length === 0 ? '–' : row.people.join(t('dialog.join'))) },
      ]} />
    );
    case 'tasks': return (
      <RowsTable rows={answer.rows} rest={rest} columns={[
        { title: t('deck.nextSteps.title'), cell: (row) => row.title },
        { title: t('deck.nextSteps.owner'), cell: (row) => row.owner ?? t('dialog.noOwner') },
        { title: t('deck.nextSteps.due'), cell: (row) => (row.dueOn === null ? t('dialog.noDue') : <span data-late={row.late || undefined} className={classes['listDate']}>{format.dayFull(row.dueOn)}</span>) },
      ]} />
    );
    case 'people': return (
      <RowsTable rows={answer.rows} rest={rest} columns={[
        { title: t('deck.relationships.name'), cell: (row) => <>{row.name}{row.title !== null && <span className={classes['meta']}>{row.title}</span>}</> },
        { title: t('deck.relationships.role'), cell: (row) => (row.roles.length === 0 ? '–' : row.roles.map((role) => t(`deck.role.${role}`)).join(t('dialog.join'))) },
        { title: t('deck.relationships.attitude'), cell: (row) => (row.attitude === null ? '–' : t(`deck.attitude.${row.attitude}`)) },
        { title: t('deck.relationships.last'), cell: (row) => (row.lastOn === null ? t('deck.relationships.never') : format.dayFull(row.lastOn)) },
      ]} />
    );
  }
}
