import type { AccountRow } from '#shared/contract/accounts.ts';
import { NoData } from '#renderer/tables/NoData.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { CellWords } from './cell-words.ts';
import { isQuiet, touchIcon } from './view-model.ts';
import styles from './accounts.module.css';

/** How the account was last met, and how long ago. */
export function TouchCell({ t, format, row }: CellWords & { row: AccountRow }) {
  if (row.lastInteractionAt === null) return <NoData reason={t('noTouch')} />;
  const icon = touchIcon(row);
  const quiet = isQuiet(format.dayOf(row.lastInteractionAt), format.today);
  return (
    <span className={styles.touch} data-late={quiet || undefined} title={format.instant(row.lastInteractionAt)}>
      <Icon name={icon} size={14} label={t(`kind.${icon}`)} />
      {format.ago(row.lastInteractionAt)}
    </span>
  );
}
