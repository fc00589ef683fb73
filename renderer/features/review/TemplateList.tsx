import { ActionIcon, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBook } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import type { TemplateOffer } from './template-view-model.ts';
import { useTemplates, useTemplateWrites } from './use-templates.ts';
import classes from './templates.module.css';

interface TemplateRowProps {
  template: TemplateOffer;
  readOnly: boolean;
  onRename: (name: string) => void;
  onRemove: () => void;
}

/** A template of one's own: its name is changed in place; Enter or leaving the field keeps it, Esc gives it up. */
export function TemplateRow({ template: { name, sections }, readOnly, onRename, onRemove }: TemplateRowProps) {
  const { t } = useTranslation('review');
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (): void => {
    const given = draft?.trim() ?? '';
    setDraft(null);
    if (given !== '' && given !== name) onRename(given);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') setDraft(null);
  };
  return (
    <li>
      <TextInput
        aria-label={t('templates.rename', { name })} maxLength={60} disabled={readOnly} value={draft ?? name} onChange={(event) => setDraft(event.currentTarget.value)} onKeyDown={onKeyDown} onBlur={keep}
      />
      <small>{sections.map((kind) => t(`section.${kind}`)).join(t('deck.listSeparator'))}</small>
      {!readOnly && <ActionIcon size="sm" aria-label={t('templates.remove', { name })} title={t('templates.remove', { name })} onClick={onRemove}><Icon name="trash" size={14} /></ActionIcon>}
    </li>
  );
}

/** The templates of reviews that a person keeps. */
export function TemplateList() {
  const { t } = useTranslation('review');
  const errorText = useErrorText();
  const readOnly = useBook().readOnly !== null;
  const { offers, error } = useTemplates();
  const writes = useTemplateWrites();
  if (error) return <DataError {...errorText(error)} />;
  if (!offers) return <SkeletonRows rows={2} label={t('templates.title')} />;
  const own = offers.filter((one) => one.own);
  if (own.length === 0) return <EmptyState compact icon="review" text={t('templates.empty')} />;
  return (
    <ul className={classes['list']}>
      {own.map((one) => <TemplateRow key={one.id} template={one} readOnly={readOnly} onRename={(name) => void writes.save(name, one.sections, one.id)} onRemove={() => void writes.remove(one)} />)}
    </ul>
  );
}
