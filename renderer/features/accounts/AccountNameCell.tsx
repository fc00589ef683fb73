import type { AccountRow } from '#shared/contract/accounts.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { CellWords } from './cell-words.ts';
import styles from './accounts.module.css';

interface AccountNameCellProps extends CellWords {
  row: AccountRow;
  active: boolean;
  onToggleKey: (row: AccountRow) => void;
}

/** Flag, name and the name in the other language. */
export function AccountNameCell({ t, row, active, onToggleKey }: AccountNameCellProps) {
  const action = row.isKey ? t('key.unmark', { name: row.name }) : t('key.mark', { name: row.name });
  return (
    <>
      <button
        type="button" aria-label={action} title={action} aria-pressed={row.isKey} tabIndex={active ? 0 : -1} className={styles.flag}
        onClick={(event) => { event.stopPropagation(); onToggleKey(row); }}
      >
        <Icon name="flag" size={15} />
      </button>
      <span className={styles.name} title={row.alias === null ? row.name : `${row.name} ${row.alias}`}>
        {row.name}
        {row.alias !== null && <span className={styles.alias}>{row.alias}</span>}
      </span>
    </>
  );
}
