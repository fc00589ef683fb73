import { Button, Checkbox, Select } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionKind } from '#shared/domain/review/record.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { sectionOrder, toggleSection, type TemplateOffer } from './template-view-model.ts';
import classes from './review.module.css';

interface TemplateChoiceProps {
  offers: readonly TemplateOffer[];
  template: TemplateOffer;
  sections: readonly SectionKind[];
  onTemplate: (id: string) => void;
  onSections: (sections: SectionKind[]) => void;
}

/** What a new review is made of: a template, and which of its sections. */
export function TemplateChoice({ offers, template, sections, onTemplate, onSections }: TemplateChoiceProps) {
  const { t } = useTranslation('review');
  const ids = useId();
  const [opened, setOpened] = useState(false);
  const order = sectionOrder(template.sections);
  const choices = (own: boolean) => offers.filter((one) => one.own === own).map(({ id, name }) => ({ value: id, label: name }));
  const mine = choices(true);
  return (
    <>
      <div className={classes['choices']}>
        <label htmlFor={`${ids}-template`} className={classes['label']}>{t('templates.label')}</label>
        <Select
          id={`${ids}-template`} w={220} allowDeselect={false} value={template.id} onChange={(id) => { if (id !== null) onTemplate(id); }}
          data={mine.length === 0 ? choices(false) : [{ group: t('templates.program'), items: choices(false) }, { group: t('templates.own'), items: mine }]}
        />
        <Button variant="subtle" aria-expanded={opened} rightSection={<Icon name={opened ? 'chevronUp' : 'chevronDown'} size={14} />} onClick={() => setOpened(!opened)}>
          {t('templates.sections', { count: sections.length, all: order.length })}
        </Button>
      </div>
      {opened && (
        <fieldset className={classes['switches']} aria-label={t('outline.title')}>
          {order.map((kind) => (
            <Checkbox
              key={kind} size="xs" label={t(`section.${kind}`)} checked={sections.includes(kind)} disabled={sections.length === 1 && sections.includes(kind)}
              onChange={() => onSections(toggleSection(order, sections, kind))}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
