import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemKind, ReviewItem } from '#shared/domain/review/record.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useReorder } from '#renderer/ui/use-reorder.ts';
import type { Owners } from './use-owners.ts';
import type { TaskPatch } from './use-review-writes.ts';
import classes from './record.module.css';

interface ItemsCardProps {
  kind: ItemKind;
  items: ReviewItem[];
  readOnly: boolean;
  owners: Owners;
  onAdd: (kind: ItemKind, text: string, task?: TaskPatch) => Promise<boolean>;
  onRemove: (item: ReviewItem) => void;
  /** To a place among those of its kind, counted from 0. */
  onMove: (item: ReviewItem, place: number) => void;
}

/** Lines of one kind: what stands there, to be dragged or moved by Alt ↑ ↓, and a field for the next. An action has an owner and a day, since it becomes a task. */
export function ItemsCard({ kind, items, readOnly, owners, onAdd, onRemove, onMove }: ItemsCardProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const zh = format.language === 'zh-CN';
  const [text, setText] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(null);

  const place = (id: string): number => items.findIndex((item) => item.id === id);
  const entry = useReorder(items.map(({ id }) => id), readOnly ? null : (id, target) => {
    const moved = items[place(id)];
    if (moved) onMove(moved, place(target));
  });

  async function add(): Promise<void> {
    if (text.trim() === '') return;
    if (await onAdd(kind, text.trim(), kind === 'action' ? { dueOn, ...owners.taskOf(owner) } : undefined)) {
      setText('');
      setDueOn(null);
    }
  }
  return (
    <section className={classes['card']} aria-label={t(`items.${kind}.title`)}>
      <div className={classes['cardHead']}><h2>{t(`items.${kind}.title`)}</h2><span>{t(`items.${kind}.note`)}</span></div>
      <ul className={classes['items']}>
        {items.map((item) => (
          <li key={item.id} {...entry(item.id)}>
            {!readOnly && items.length > 1 && (
              <ActionIcon size="sm" className={classes['handle']} aria-label={t('items.move', { text: item.text })} title={t('items.moveShort')} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"><Icon name="grip" size={14} /></ActionIcon>
            )}
            {item.task && <Checkbox size="xs" checked={item.task.done} readOnly tabIndex={-1} aria-label={t(item.task.done ? 'items.done' : 'items.open', { text: item.text })} />}
            <span className={classes['grow']}>{item.text}</span>
            {item.task && <small>{[item.task.owner ?? t('dialog.noOwner'), item.task.dueOn === null ? t('dialog.noDue') : format.day(item.task.dueOn)].join(t('dialog.join'))}</small>}
            {!readOnly && <ActionIcon size="sm" aria-label={t('items.remove', { text: item.text })} title={t('items.removeShort')} onClick={() => onRemove(item)}><Icon name="trash" size={14} /></ActionIcon>}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <div className={classes['addLine']}>
          <TextInput
            size="xs" className={classes['grow']} id={`review-add-${kind}`} aria-label={t(`items.${kind}.add`)} placeholder={t(`items.${kind}.add`)} maxLength={300} value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => { if (event.key === 'Enter' && !isComposing(event.nativeEvent)) { event.preventDefault(); void add(); } }}
          />
          {kind === 'action' && (
            <>
              <Select size="xs" w={150} aria-label={t('items.owner')} placeholder={t('items.owner')} clearable clearButtonProps={{ 'aria-label': t('items.noOwner') }} data={owners.choices} value={owner} onChange={setOwner} />
              <DateInput
                size="xs" w={130} aria-label={t('items.due')} placeholder={t('items.due')} clearable valueFormat="YYYY-MM-DD" locale={zh ? 'zh-cn' : 'en'} firstDayOfWeek={1} hideOutsideDates
                value={dueOn} onChange={setDueOn} previousLabel={t('details.previousMonth')} nextLabel={t('details.nextMonth')} clearButtonProps={{ 'aria-label': t('items.noDue') }} getDayAriaLabel={format.dayFull}
              />
            </>
          )}
          <Button size="xs" disabled={text.trim() === ''} onClick={() => void add()}>{t('items.addShort')}</Button>
        </div>
      )}
    </section>
  );
}
