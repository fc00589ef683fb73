import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TodayRow } from '#shared/domain/today/model.ts';
import type { IconName } from '#renderer/ui/icon-paths.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import type { RowActs } from './row-acts.ts';
import { IconAction, SnoozeMenu, type SnoozeMenuProps } from './SnoozeMenu.tsx';
import { nameOf } from './view-model.ts';

interface RowActionsProps {
  row: TodayRow;
  acts: RowActs;
  snooze: Pick<SnoozeMenuProps, 'today' | 'choices' | 'mode' | 'onMode'>;
  /** Icons only, on a card. */
  small: boolean;
}

/** The buttons of a row in hand, each with its key. */
export function RowActions({ row, acts, snooze, small }: RowActionsProps) {
  const { t } = useTranslation('today');
  const name = nameOf(row);
  const act = (id: 'done' | 'step' | 'log', key: string, icon: IconName, run: (row: TodayRow) => void) => {
    const label = t(id === 'done' && row.kind !== 'task' ? `act.aside.${row.kind}` : `act.${id}`);
    if (small) return <IconAction key={id} icon={icon} label={label} onClick={() => run(row)} />;
    return <Button key={id} size="xs" rightSection={<KeyHint keys={[key]} />} onClick={() => run(row)}>{label}</Button>;
  };
  const putOff = <SnoozeMenu key="snooze" {...snooze} small={small} name={name} onChoose={(until, when) => acts.putOff(row, until, when)} />;
  return (
    <>
      {row.kind === 'nextStep' && act('step', 'N', 'plus', acts.step)}
      {act('done', 'E', 'check', acts.done)}
      {putOff}
      {row.kind !== 'nextStep' && act('log', 'L', 'pencil', acts.log)}
    </>
  );
}
