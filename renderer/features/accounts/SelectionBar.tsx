import { Autocomplete, Button, Group, NativeSelect, Popover, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isIsoDate } from '#shared/kernel/dates.ts';
import { useDayWords } from '#renderer/client/use-day-words.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { useAccountTotals, useKnownValues } from './api.ts';
import { ExportMenu } from './ExportMenu.tsx';
import type { useAccountWrites } from './use-account-writes.ts';
import type { AccountFilter } from './view-model.ts';
import styles from './accounts.module.css';

interface SelectionBarProps {
  filter: AccountFilter;
  writes: ReturnType<typeof useAccountWrites>;
  onExport: (format: 'csv' | 'xlsx') => void;
  onClear: () => void;
}

const sharedFields = ['industry', 'city', 'region', 'country'] as const;
type SharedField = (typeof sharedFields)[number];

function SetField({ onSet }: { onSet: (patch: Partial<Record<SharedField, string | null>>) => void }) {
  const { t } = useTranslation('accounts');
  const [open, setOpen] = useState(false);
  const [field, setField] = useState<SharedField>('industry');
  const [value, setValue] = useState('');
  const known = useKnownValues(field, open);
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" trapFocus returnFocus withRoles={false}>
      <Popover.Target><Button size="xs" leftSection={<Icon name="pencil" size={14} />} aria-expanded={open} onClick={() => setOpen(!open)}>{t('select.setField')}</Button></Popover.Target>
      <Popover.Dropdown p={14} role="dialog" aria-label={t('select.setField')}>
        <form onSubmit={(event) => { event.preventDefault(); onSet({ [field]: value.trim() === '' ? null : value.trim() }); setOpen(false); }}>
          <Stack gap={10} w={260}>
            <NativeSelect
              label={t('select.field')} data-autofocus value={field} data={sharedFields.map((one) => ({ value: one, label: t(`field.${one}`) }))}
              onChange={(event) => setField(sharedFields.find((one) => one === event.currentTarget.value) ?? 'industry')}
            />
            <Autocomplete label={t('select.value')} value={value} data={known} limit={30} onChange={setValue} comboboxProps={{ withinPortal: false }} withScrollArea={false} />
            <Group justify="flex-end"><Button type="submit" variant={value.trim() === '' ? 'default' : 'filled'}>{t(value.trim() === '' ? 'select.empty' : 'select.apply')}</Button></Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function AddTasks({ onAdd }: { onAdd: (title: string, dueOn: string | null) => void }) {
  const { t } = useTranslation('accounts');
  const [open, setOpen] = useState(false);
  const dayWords = useDayWords();
  const [title, setTitle] = useState('');
  const [day, setDay] = useState('');
  const ready = title.trim() !== '' && (day.trim() === '' || isIsoDate(day.trim()));
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" trapFocus returnFocus withRoles={false}>
      <Popover.Target><Button size="xs" leftSection={<Icon name="task" size={14} />} aria-expanded={open} onClick={() => setOpen(!open)}>{t('select.addTask')}</Button></Popover.Target>
      <Popover.Dropdown p={14} role="dialog" aria-label={t('select.addTask')}>
        <form onSubmit={(event) => { event.preventDefault(); if (!ready) return; onAdd(title.trim(), day.trim() || null); setOpen(false); setTitle(''); }}>
          <Stack gap={10} w={280}>
            <TextInput label={t('select.task')} data-autofocus maxLength={300} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
            <DayField label={t('select.due')} name={t('select.due')} words={dayWords} text={day} day={isIsoDate(day.trim()) ? day.trim() : null} error={day.trim() !== '' && !isIsoDate(day.trim())} onText={setDay} onPick={setDay} />
            <Group justify="flex-end"><Button type="submit" variant="filled" disabled={!ready}>{t('select.add')}</Button></Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What can be done with the selected accounts, at the foot of the page; it covers neither rows nor totals. */
export function SelectionBar({ filter, writes, onExport, onClear }: SelectionBarProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const totals = useAccountTotals(filter);
  const count = totals?.count ?? 0;
  return (
    <section className={styles.selected} aria-label={t('select.bar')}>
      <b>{t('select.count', { count, shown: format.number(count) })}</b>
      {totals && totals.revenue !== null && <span className={styles.quiet} title={format.moneyExact(totals.revenue)}>{format.money(totals.revenue)}</span>}
      <Button size="xs" leftSection={<Icon name="flag" size={14} />} onClick={() => writes.setMany(filter, { isKey: true })}>{t('select.mark')}</Button>
      <Button size="xs" onClick={() => writes.setMany(filter, { isKey: false })}>{t('select.unmark')}</Button>
      <SetField onSet={(patch) => writes.setMany(filter, patch)} />
      <AddTasks onAdd={(title, dueOn) => writes.addTasks(filter, title, dueOn)} />
      <ExportMenu small label={t('export.selected')} onExport={onExport} />
      <Button size="xs" variant="subtle" c="var(--bl-text2)" rightSection={<KeyHint keys={['Esc']} />} onClick={onClear}>{t('select.clear')}</Button>
    </section>
  );
}
