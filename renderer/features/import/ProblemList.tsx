import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '#shared/domain/import/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import classes from './import.module.css';
import { problemGroups } from './view-model.ts';

const PAGE = 50;

/** Rows that are left out, by row and column, with what is wrong. */
export function ProblemList({ summary }: { summary: ImportSummary }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const [shown, setShown] = useState(PAGE);
  const { problems, rowsRejected, rowsIncomplete } = summary;
  if (rowsRejected === 0 && problems.length === 0) {
    return <p className={classes['fine']}><Icon name="check" size={15} />{t('problems.none')}</p>;
  }
  // The core lists the first problems only; a row may have several.
  const cut = new Set(problems.map(({ row }) => row)).size < rowsRejected;
  const word = (code: string): string => t(`problem.${code}`, { defaultValue: t('problem.other', { code }) });
  return (
    <section>
      <SectionHeading note={t('problems.note', { count: rowsRejected, number: format.number(rowsRejected) })}>{t('problems.title')}</SectionHeading>
      {rowsIncomplete > 0 && <p className={classes['hint']}>{t('preview.incomplete', { count: rowsIncomplete, number: format.number(rowsIncomplete) })}</p>}
      {cut && <p className={classes['hint']}>{t('problems.cut', { number: format.number(problems.length) })}</p>}
      <ul className={classes['groups']}>
        {problemGroups(problems).map(({ code, count }) => <li key={code}>{t('problems.group', { number: format.number(count), problem: word(code) })}</li>)}
      </ul>
      <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('problems.title')}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col" className={classes['number']}>{t('problems.row')}</th>
              <th scope="col">{t('problems.column')}</th>
              <th scope="col">{t('problems.value')}</th>
              <th scope="col">{t('problems.wrong')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, shown).map((problem, index) => (
              <tr key={index}>
                <td className={classes['number']}>{format.number(problem.row)}</td>
                <td>{problem.column ?? t('problems.wholeRow')}</td>
                <td className={classes['value']} title={problem.value ?? undefined}>{problem.value ?? '–'}</td>
                <td>{word(problem.code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problems.length > shown && <Button size="xs" onClick={() => setShown(shown + PAGE * 4)}>{t('problems.more')}</Button>}
    </section>
  );
}
