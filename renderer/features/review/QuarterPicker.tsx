import { ActionIcon, Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quarter } from '#shared/domain/review/model.ts';
import type { IsoDate } from '#shared/kernel/dates.ts';
import { formatQuarter } from '#shared/kernel/format-quarter.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import classes from './review.module.css';
import { hasBegun, shiftQuarter } from './view-model.ts';

interface QuarterPickerProps {
  value: Quarter;
  today: IsoDate;
  labelId: string;
  onChange: (period: Quarter) => void;
  /** Whether the list of quarters is open: Escape is then its own. */
  opened: boolean;
  onOpened: (opened: boolean) => void;
}

const QUARTERS = [1, 2, 3, 4];

/** A quarter by steps, or by year. */
export function QuarterPicker({ value, today, labelId, onChange, opened, onOpened }: QuarterPickerProps) {
  const { t } = useTranslation('review');
  const { language } = useFormat();
  const [year, setYear] = useState(value.year);
  const next = shiftQuarter(value, 1);

  const choose = (period: Quarter): void => {
    onOpened(false);
    onChange(period);
  };
  return (
    <div className={classes['picker']} role="group" aria-labelledby={labelId}>
      <ActionIcon aria-label={t('dialog.before')} onClick={() => choose(shiftQuarter(value, -1))}><Icon name="chevronLeft" size={16} /></ActionIcon>
      <Popover opened={opened} onChange={onOpened} position="bottom" trapFocus returnFocus>
        <Popover.Target>
          <Button
            rightSection={<Icon name="chevronDown" size={14} />}
            onClick={() => {
              setYear(value.year);
              onOpened(!opened);
            }}
          >
            {formatQuarter(value, language)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="sm" aria-label={t('dialog.choosePeriod')}>
          <div className={classes['year']}>
            <ActionIcon aria-label={t('dialog.yearBefore')} onClick={() => setYear(year - 1)}><Icon name="chevronLeft" size={16} /></ActionIcon>
            <b aria-live="polite">{t('dialog.year', { year })}</b>
            <ActionIcon aria-label={t('dialog.yearAfter')} disabled={!hasBegun({ year: year + 1, quarter: 1 }, today)} onClick={() => setYear(year + 1)}><Icon name="chevronRight" size={16} /></ActionIcon>
          </div>
          <div className={classes['quarters']}>
            {QUARTERS.map((quarter) => {
              const chosen = year === value.year && quarter === value.quarter;
              return (
                <Button
                  key={quarter}
                  size="xs"
                  variant={chosen ? 'light' : 'subtle'}
                  aria-pressed={chosen}
                  disabled={!hasBegun({ year, quarter }, today)}
                  aria-label={formatQuarter({ year, quarter }, language)}
                  onClick={() => choose({ year, quarter })}
                >
                  {t('dialog.quarter', { quarter })}
                </Button>
              );
            })}
          </div>
        </Popover.Dropdown>
      </Popover>
      <ActionIcon aria-label={t('dialog.after')} disabled={!hasBegun(next, today)} onClick={() => choose(next)}><Icon name="chevronRight" size={16} /></ActionIcon>
    </div>
  );
}
