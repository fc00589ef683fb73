import { Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { importKinds } from '#shared/domain/import/model.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { ChoicesBar } from './ChoicesBar.tsx';
import { importSession, type ImportFile } from './import-session.ts';
import classes from './import.module.css';
import { LayoutRow } from './LayoutRow.tsx';
import { useCheckImport } from './use-run-import.ts';
import { fieldOf, neededFields } from './view-model.ts';

/** Which column of the file is what; proposed by its header, changed by hand. */
export function MappingView({ file, error }: { file: ImportFile; error: ReactNode }) {
  const { t } = useTranslation('import');
  const client = useClient();
  const check = useCheckImport();
  const { inspection, kind, mapping } = file;
  if (!inspection || kind === null) return error;
  const needed = neededFields(kind, mapping);
  const options = inspection.fields.map(({ id, required }) => ({ value: id, label: required ? t('map.required', { field: t(`field.${id}`) }) : t(`field.${id}`) }));

  return (
    <section className={classes['stage']}>
      <div className={classes['kindLine']}>
        <span>{t('map.kind', { file: file.name })}</span>
        <Select
          className={classes['kind']}
          aria-label={t('map.kind', { file: file.name })}
          value={kind}
          allowDeselect={false}
          onChange={(chosen) => chosen !== null && void importSession.setKind(client, file.id, chosen)}
          data={importKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        {inspection.remembered && <span className={classes['quiet']}>{t('map.remembered')}</span>}
      </div>
      <LayoutRow inspection={inspection} onChange={(layout) => void importSession.setLayout(client, file.id, layout)} />
      <SectionHeading note={t('map.note', { mapped: Object.keys(mapping).length, count: inspection.columns.length })}>{t('map.title')}</SectionHeading>
      <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('map.title')}>
        <table className={classes['table']}>
          <thead>
            <tr><th scope="col">{t('map.column')}</th><th scope="col">{t('map.samples')}</th><th scope="col">{t('map.fills')}</th></tr>
          </thead>
          <tbody>
            {inspection.columns.map((column) => {
              const samples = column.samples.filter((sample) => sample !== '').join(t('map.sampleJoin'));
              const field = fieldOf(mapping, column.index);
              return (
                <tr key={column.index} data-unused={field === null || undefined}>
                  <th scope="row">{column.header || t('map.noHeader', { no: column.index + 1 })}</th>
                  <td className={classes['samples']} title={samples}>{samples || t('map.empty')}</td>
                  <td className={classes['fills']}>
                    <Select
                      size="xs"
                      aria-label={t('map.fillsOf', { column: column.header })}
                      placeholder={t('map.leftOut')}
                      searchable
                      clearable
                      selectFirstOptionOnChange
                      clearButtonProps={{ 'aria-label': t('map.leaveOut', { column: column.header }) }}
                      data={options}
                      value={field}
                      onChange={(chosen) => importSession.setField(file.id, column.index, chosen)}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <ChoicesBar file={file} inspection={inspection} kind={kind} />
      {needed.length > 0 && (
        <p className={classes['needed']} role="status">
          <Icon name="warning" size={15} />
          {t('map.needed', { fields: needed.map((id) => t(`field.${id}`)).join(t('listJoin')) })}
        </p>
      )}
      {error}
      <div className={classes['actions']}>
        <Button
          variant="filled"
          disabled={needed.length > 0}
          onClick={() => void check(file)}
        >
          {t('map.check')}
        </Button>
        <span className={classes['quiet']}>{t('map.checkNote')}</span>
      </div>
    </section>
  );
}
