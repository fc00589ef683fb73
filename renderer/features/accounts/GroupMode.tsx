import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Criteria } from '#shared/domain/criteria/model.ts';
import { groupMode, groupModes, withMode } from './criteria-groups.ts';

/** Whether all, any or none of the conditions of a group have to hold. */
export function GroupMode({ group, onChange }: { group: Criteria; onChange: (group: Criteria) => void }) {
  const { t } = useTranslation('criteria');
  const mode = groupMode(group);
  return (
    <Menu position="bottom-start">
      <Menu.Target><Button size="xs" variant="subtle" aria-label={t('group.change', { mode: t(`group.${mode}`) })}>{t(`group.${mode}`)}</Button></Menu.Target>
      <Menu.Dropdown>
        {groupModes.map((one) => <Menu.Item key={one} fw={one === mode ? 600 : 400} onClick={() => onChange(withMode(group, one))}>{t(`group.${one}`)}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}
