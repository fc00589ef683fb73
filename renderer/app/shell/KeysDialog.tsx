import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import classes from './KeysDialog.module.css';

interface KeyGroup {
  id: string;
  keys: [id: string, ...caps: string[]][];
}

/** All shortcuts by where they act, in two columns; each entry is worded under `keys.<id>`. */
const COLUMNS: KeyGroup[][] = [
  [
    {
      id: 'everywhere',
      keys: [
        ['palette', 'Ctrl', 'K'], ['log', 'Ctrl', 'L'], ['undo', 'Ctrl', 'Z'], ['redo', 'Ctrl', 'Shift', 'Z'], ['save', 'Ctrl', 'Enter'],
        ['goToday', 'G', 'T'], ['goAccounts', 'G', 'A'], ['goData', 'G', 'D'], ['goSettings', 'G', 'S'], ['help', '?'],
      ],
    },
    { id: 'cells', keys: [['cell', '←', '→'], ['editCell', 'Enter'], ['editName', 'F2'], ['nextCell', 'Tab'], ['leaveCell', 'Esc']] },
  ],
  [
    {
      id: 'lists',
      keys: [
        ['move', '↑', '↓'], ['moveLetters', 'J', 'K'], ['screen', 'PgUp', 'PgDn'], ['ends', 'Home', 'End'], ['openRow', 'Enter'],
        ['select', 'Space'], ['selectRange', 'Shift', 'Space'], ['selectAll', 'Ctrl', 'A'], ['unselect', 'Esc'], ['flag', '*'],
        ['newAccount', 'N'], ['filter', 'F'], ['logRow', 'L'],
      ],
    },
    { id: 'todayRows', keys: [['todayDone', 'E'], ['todaySnooze', 'S'], ['todayStep', 'N']] },
    { id: 'columns', keys: [['moveColumn', 'Alt', '←', '→'], ['widenColumn', 'Alt', 'Shift', '←', '→']] },
  ],
];

/** `?`: every key there is. */
export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} size={720} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={classes['groups']}>
        {COLUMNS.map((groups, at) => (
          <div key={at}>
            {groups.map((group) => (
              <section key={group.id} aria-labelledby={`keys-${group.id}`} className={classes['group']}>
                <h3 id={`keys-${group.id}`} className={classes['heading']}>{t(`keys.${group.id}`)}</h3>
                <dl className={classes['list']}>
                  {group.keys.map(([id, ...caps]) => (
                    <div key={id} className={classes['row']}>
                      <dt>{t(`keys.${id}`)}</dt>
                      <dd><KeyHint keys={caps} spoken /></dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        ))}
      </div>
    </Modal>
  );
}
