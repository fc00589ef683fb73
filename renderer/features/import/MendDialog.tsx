import { Button, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { importSession } from './import-session.ts';
import classes from './import.module.css';
import { mendedFile } from './mended-file.ts';

const MOST = 1_000;

/** The rows that an import left out, to be corrected in place; they then go the way of any other file. */
export function MendDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('import');
  const client = useClient();
  const format = useFormat();
  const errorText = useErrorText();
  const { data, error } = useQuery(useApi().imports.leftOutRows.queryOptions({ input: { id, limit: MOST }, gcTime: 0, staleTime: Infinity }));
  const [edits, setEdits] = useState<ReadonlyMap<string, string>>(new Map());
  const words = error ? errorText(error) : null;
  const run = (): void => {
    if (!data) return;
    const rows = data.rows.map(({ row, cells }) => cells.map((cell, column) => edits.get(`${row} ${column}`) ?? cell));
    onClose();
    void importSession.add(client, [mendedFile(data.file, data.headers, rows)], id);
  };
  return (
    <Modal opened onClose={onClose} size="min(1160px, 92vw)" title={t('mend.title', { file: data?.file ?? '' })} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={classes['revert']}>
        {words && <DataError {...words} />}
        {!data && !words && <SkeletonRows rows={4} label={t('stage.sending')} />}
        {data && (
          <>
            <p className={classes['hint']}>{t('mend.text')}</p>
            <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('mend.title', { file: data.file })}>
              <table className={classes['table']} data-mend>
                <thead>
                  <tr>
                    <th scope="col" className={classes['number']}>{t('mend.row')}</th>
                    <th scope="col">{t('mend.wrong')}</th>
                    {data.headers.map((header, column) => <th scope="col" key={column}>{header || t('map.noHeader', { no: column + 1 })}</th>)}
                  </tr>
                </thead>
                <tbody>
                  {data.rows.map(({ row, problem, cells }) => (
                    <tr key={row}>
                      <td className={classes['number']}>{format.number(row)}</td>
                      <td className={classes['wrong']} data-fine={problem === '' || undefined}>{problem}</td>
                      {cells.map((cell, column) => (
                        <td key={column}>
                          <TextInput
                            size="xs" aria-label={t('mend.cell', { column: data.headers[column] || t('map.noHeader', { no: column + 1 }), row: format.number(row) })}
                            value={edits.get(`${row} ${column}`) ?? cell}
                            onChange={({ currentTarget }) => setEdits(new Map(edits).set(`${row} ${column}`, currentTarget.value))}
                          />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
        <div className={classes['dialogActions']}>
          <Button onClick={onClose}>{t('mend.back')}</Button>
          <Button variant="filled" disabled={!data} onClick={run}>{t('mend.run')}</Button>
        </div>
      </div>
    </Modal>
  );
}
