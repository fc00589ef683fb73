import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeRule } from '#shared/domain/criteria/describe.ts';
import type { Rule } from '#shared/domain/criteria/model.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { useCriteriaVoice } from './use-criteria-voice.ts';
import styles from './accounts.module.css';

interface FilterChipProps {
  rule: Rule;
  onApply: (rule: Rule) => void;
  onRemove: () => void;
}

/** One condition as a sentence that opens its editor. */
export function FilterChip({ rule, onApply, onRemove }: FilterChipProps) {
  const { t } = useTranslation('criteria');
  const parts = describeRule(rule, useCriteriaVoice());
  const [open, setOpen] = useState(false);
  const said = parts.map(({ text }) => text).join('');
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus withRoles={false}>
      <span className={styles.chip}>
        <Popover.Target>
          <button type="button" title={said} aria-expanded={open} onClick={() => setOpen(!open)}>
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
