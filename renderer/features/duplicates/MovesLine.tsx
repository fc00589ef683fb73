import { useTranslation } from 'react-i18next';
import type { MergeSide } from '#shared/contract/duplicates.ts';
import type { RecordKind } from '#shared/domain/duplicates/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import classes from './duplicates.module.css';

/** What goes from one record to the other: “12 people, 340 orders”. */
export function MovesLine({ kind, from, to }: { kind: RecordKind; from: MergeSide; to: MergeSide }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const parts = Object.entries(from.moves).map(([table, count]) => {
    const said = { count, number: format.number(count) };
    return t(`moves.${kind}.${table}`, { ...said, defaultValue: t(`moves.${kind}.other`, said) });
  });
  return (
    <p className={classes['moves']} role="status">
      {parts.length === 0 ? t('movesNothing', { from: from.name, to: to.name }) : t('movesWhat', { what: parts.join(t('listJoin')), from: from.name, to: to.name })}
    </p>
  );
}
