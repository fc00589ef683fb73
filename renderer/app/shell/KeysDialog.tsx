import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import classes from './KeysDialog.module.css';

/** All shortcuts by where they act; each entry is worded under `keys.<id>`. */
const GROUPS: { id: string; keys: [id: string, ...caps: string[]][] }[] = [
  {
    id: 'everywhere',
    keys: [
      ['palette', 'Ctrl', 'K'], ['log', 'Ctrl', 'L'], ['undo', 'Ctrl', 'Z'], ['redo', 'Ctrl', 'Shift', 'Z'], ['save', 'Ctrl', 'Enter'],
      ['goAccounts', 'G', 'A'], ['goData', 'G', 'D'], ['goSettings', 'G', 'S'], ['help', '?'],
    ],
  },
  { id: 'lists', keys: [['move', '↑', '↓'], ['moveLetters', 'J', 'K'], ['openRow', 'Enter'], ['newAccount', 'N'], ['filter', 'F'], ['logRow', 'L']] },
];

/** `?`: every key there is. */
export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} size={640} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={classes['groups']}>
        {GROUPS.map((group) => (
          <section key={group.id} aria-labelledby={`keys-${group.id}`}>
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
    </Modal>
  );
}
