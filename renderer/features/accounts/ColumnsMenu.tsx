import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CurrentView } from '#shared/domain/view/model.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { columnIds } from './column-catalogue.ts';
import { moveColumn, toggleColumn, togglePin } from './list-views.ts';

import styles from './accounts.module.css';

interface ColumnsMenuProps {
  view: CurrentView;
  nameOf: (id: string) => string;
  onChange: (view: CurrentView) => void;
}

/** Which columns the view shows, in which order, and which of them stay at the left. */
export function ColumnsMenu({ view, nameOf, onChange }: ColumnsMenuProps) {
  const { t } = useTranslation('views');
  const shown = view.columns.map(({ id }) => id).filter((id) => columnIds.includes(id));
  const hidden = columnIds.filter((id) => !shown.includes(id));
  return (
    <Popover position="bottom-end" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <Button variant="subtle" c="var(--bl-text2)" leftSection={<Icon name="columns" size={15} />}>{t('columns', { shown: shown.length, all: columnIds.length })}</Button>
      </Popover.Target>
      <Popover.Dropdown p={10} role="dialog" aria-label={t('columnsTitle')}>
        <ul className={styles.columnList}>
          {[...shown, ...hidden].map((id, at) => {
            const name = nameOf(id);
            const on = at < shown.length;
            const [before, after] = [shown[at - 1], shown[at + 1]];
            return (
              <li key={id}>
                <Checkbox label={name} checked={on} disabled={at === 0} onChange={() => onChange(toggleColumn(view, id))} />
                {on && at > 0 && (
                  <>
                    <ActionIcon size="xs" aria-label={t('left', { name })} title={t('left', { name })} disabled={at === 1} onClick={() => before && onChange(moveColumn(view, id, before))}><Icon name="arrowUp" size={14} /></ActionIcon>
                    <ActionIcon size="xs" aria-label={t('right', { name })} title={t('right', { name })} disabled={after === undefined} onClick={() => after && onChange(moveColumn(view, id, after))}><Icon name="arrowDown" size={14} /></ActionIcon>
                    <ActionIcon size="xs" aria-label={t('pin', { name })} title={t('pin', { name })} aria-pressed={at < view.pinned} c={at < view.pinned ? 'var(--bl-atext)' : undefined} onClick={() => onChange(togglePin(view, id))}><Icon name="lock" size={14} /></ActionIcon>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
