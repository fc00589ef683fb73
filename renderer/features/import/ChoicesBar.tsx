import { Select, Switch, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportChoices } from '#shared/domain/import/choices.ts';
import { importFields, type CellType } from '#shared/domain/import/fields.ts';
import type { ImportKind, Inspection, Mapping } from '#shared/domain/import/model.ts';
import { interactionKinds } from '#shared/domain/interaction/model.ts';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { importSession, type ImportFile } from './import-session.ts';
import classes from './import.module.css';

const UNDECIDED = 'none';

/** Whether a column fills a field of one of the types. */
const fills = (kind: ImportKind, mapping: Mapping, ...types: CellType[]): boolean =>
  importFields[kind].some((field) => types.includes(field.type) && Object.hasOwn(mapping, field.id));

/** What a person decides beside the columns; each question is shown only where the file raises it. */
export function ChoicesBar({ file, inspection, kind }: { file: ImportFile; inspection: Inspection; kind: ImportKind }) {
  const { t } = useTranslation('import');
  const { mapping, choices } = file;
  const choose = (part: Partial<ImportChoices>): void => importSession.setChoices(file.id, part);
  const namesAccounts = Object.hasOwn(mapping, 'accountName') && kind !== 'accounts';
  const only = choices.only ? inspection.columns[choices.only.column] : undefined;
  return (
    <section className={classes['choices']}>
      <SectionHeading>{t('map.choices')}</SectionHeading>
      <div className={classes['choiceRow']}>
        {fills(kind, mapping, 'date', 'instant', 'anniversary') && (
          <Select
            size="xs" allowDeselect={false} label={t('choice.dateOrder')} value={choices.dateOrder ?? UNDECIDED}
            data={[{ value: UNDECIDED, label: t('choice.dateOrderNone') }, ...(['day-first', 'month-first'] as const).map((value) => ({ value, label: t(`choice.${value}`) }))]}
            onChange={(value) => choose({ dateOrder: value === UNDECIDED || value === null ? null : value })}
          />
        )}
        {fills(kind, mapping, 'money', 'number', 'fraction') && (
          <Select
            size="xs" allowDeselect={false} label={t('choice.decimal')} value={choices.decimal ?? UNDECIDED}
            data={[{ value: UNDECIDED, label: t('choice.decimalNone') }, ...(['point', 'comma'] as const).map((value) => ({ value, label: t(`choice.${value}`) }))]}
            onChange={(value) => choose({ decimal: value === UNDECIDED || value === null ? null : value })}
          />
        )}
        {kind === 'interactions' && !Object.hasOwn(mapping, 'kind') && (
          <Select
            size="xs" allowDeselect={false} label={t('choice.interactionKind')} value={choices.interactionKind}
            data={interactionKinds.map((value) => ({ value, label: t(`choice.kind.${value}`) }))}
            onChange={(value) => value !== null && choose({ interactionKind: value })}
          />
        )}
        <Select
          size="xs" clearable searchable label={t('choice.only')} placeholder={t('choice.onlyAll')}
          clearButtonProps={{ 'aria-label': t('choice.onlyAll') }}
          value={choices.only ? String(choices.only.column) : null}
          data={inspection.columns.filter(({ values }) => values.length > 0).map(({ index, header }) => ({ value: String(index), label: header || t('map.noHeader', { no: index + 1 }) }))}
          onChange={(value) => choose({ only: value === null ? null : { column: Number(value), values: [] } })}
        />
        {choices.only && only && (
          <TagsInput
            size="xs" label={t('choice.onlyIs')} aria-label={t('choice.onlyValues')} value={choices.only.values} data={only.values}
            onChange={(values) => choose({ only: { column: only.index, values } })}
          />
        )}
      </div>
      {namesAccounts && (
        <Switch size="xs" label={t('choice.createAccounts')} checked={choices.createAccounts} onChange={({ currentTarget }) => choose({ createAccounts: currentTarget.checked })} />
      )}
    </section>
  );
}
