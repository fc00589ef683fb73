import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionKind } from '#shared/domain/review/record.ts';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { namedAlike } from './template-view-model.ts';
import { useTemplates, useTemplateWrites } from './use-templates.ts';
import classes from './record.module.css';

/** Which template a review was made from; its sections as they stand can be kept as one. */
export function TemplateNote({ template, sections }: { template: string | null; sections: readonly SectionKind[] }) {
  const { t } = useTranslation('review');
  const { offers = [] } = useTemplates();
  const writes = useTemplateWrites();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const known = offers.find(({ id }) => id === template);
  const replaced = namedAlike(offers, name);

  function show(): void {
    setName(known?.own === true ? known.name : '');
    setOpened(!opened);
  }
  async function save(): Promise<void> {
    const given = name.trim();
    if (given !== '' && await writes.save(given, sections, replaced?.id)) setOpened(false);
  }
  return (
    <div className={classes['template']}>
      {known && <p><Icon name="file" size={14} />{t('templates.from', { name: known.name })}</p>}
      <Popover opened={opened} onChange={setOpened} position="top-start" trapFocus returnFocus>
        <Popover.Target><Button variant="subtle" size="xs" disabled={sections.length === 0} onClick={show}>{t('templates.saveAs')}</Button></Popover.Target>
        <Popover.Dropdown className={classes['details']} aria-label={t('templates.saveAs')}>
          <TextInput
            label={t('templates.nameLabel')} maxLength={60} data-autofocus value={name} description={replaced ? t('templates.replaces', { name: replaced.name }) : t('templates.keeps', { count: sections.length })}
            onChange={(event) => setName(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter' && !isComposing(event.nativeEvent)) void save(); }}
          />
          <Button variant="filled" disabled={name.trim() === ''} onClick={() => void save()}>{t(replaced ? 'templates.replace' : 'templates.save')}</Button>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
