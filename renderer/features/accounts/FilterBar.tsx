import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeCriteria, describeRule, type SaidPart } from '#shared/domain/criteria/describe.ts';
import { isGroup, type Criteria, type Rule } from '#shared/domain/criteria/model.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { useCriteriaVoice } from './use-criteria-voice.ts';
import styles from './accounts.module.css';

interface FilterBarProps {
  criteria: Criteria;
  onChange: (criteria: Criteria) => void;
}

interface ChipProps {
  parts: SaidPart[];
  rule: Rule | null;
  onApply: (rule: Rule) => void;
  onRemove: () => void;
}

function FilterChip({ parts, rule, onApply, onRemove }: ChipProps) {
  const { t } = useTranslation('criteria');
  const [open, setOpen] = useState(false);
  const said = parts.map(({ text }) => text).join('');
  return (
    <Popover opened={open && rule !== null} onChange={setOpen} position="bottom-start" trapFocus returnFocus withRoles={false}>
      <span className={styles.chip}>
        <Popover.Target>
          <button type="button" title={said} aria-expanded={open} disabled={rule === null} onClick={() => setOpen(!open)}>
            <span className={styles.chipText}>{parts.map(({ text, strong }) => (strong ? <b key={text}>{text}</b> : <span key={text}>{text}</span>))}</span>
          </button>
        </Popover.Target>
        <button type="button" aria-label={t('edit.remove', { text: said })} title={t('edit.remove', { text: said })} onClick={onRemove}><Icon name="close" size={14} /></button>
      </span>
      <Popover.Dropdown p={14} role="dialog" aria-label={t('edit.title')}>
        <RuleEditor rule={rule} onApply={(next) => { onApply(next); setOpen(false); }} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The filter of a view as sentences; each opens its editor, and one more can be added. */
export function FilterBar({ criteria, onChange }: FilterBarProps) {
  const { t } = useTranslation('criteria');
  const voice = useCriteriaVoice();
  const [adding, setAdding] = useState(false);
  const { rules } = criteria;
  const put = (at: number, next: Rule[]): void => onChange({ ...criteria, rules: rules.toSpliced(at, 1, ...next) });
  return (
    <>
      {rules.map((part, at) => {
        const parts = isGroup(part) ? [{ text: describeCriteria(part, voice), strong: false }] : describeRule(part, voice);
        return (
          <FilterChip
            key={JSON.stringify(part)} parts={parts} rule={isGroup(part) ? null : part} onApply={(next) => put(at, [next])} onRemove={() => put(at, [])}
          />
        );
      })}
      <Popover opened={adding} onChange={setAdding} position="bottom-start" trapFocus returnFocus withRoles={false}>
        <Popover.Target>
          <Button variant="subtle" c="var(--bl-text2)" leftSection={<Icon name="plus" size={14} />} aria-expanded={adding} onClick={() => setAdding(!adding)}>{t('edit.add')}</Button>
        </Popover.Target>
        <Popover.Dropdown p={14} role="dialog" aria-label={t('edit.title')}>
          <RuleEditor rule={null} onApply={(rule) => { onChange({ ...criteria, rules: [...rules, rule] }); setAdding(false); }} />
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
