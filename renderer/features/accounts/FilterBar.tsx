import { ActionIcon, Button, Popover } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeCriteria } from '#shared/domain/criteria/describe.ts';
import { isGroup, type Criteria, type Rule } from '#shared/domain/criteria/model.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { DEEPEST_GROUP, startGroup, withPart } from './criteria-groups.ts';
import { FilterChip } from './FilterChip.tsx';
import { GroupMode } from './GroupMode.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { useCriteriaVoice } from './use-criteria-voice.ts';
import styles from './accounts.module.css';

interface FilterBarProps {
  criteria: Criteria;
  onChange: (criteria: Criteria) => void;
  /** 1 for the filter itself, 2 for a group in it. */
  depth?: number;
}

/** The filter of a view as sentences: each opens its editor, one more can be added, and groups of them stand in frames. */
export function FilterBar({ criteria, onChange, depth = 1 }: FilterBarProps) {
  const { t } = useTranslation('criteria');
  const voice = useCriteriaVoice();
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const { rules } = criteria;
  const put = (part: Rule | Criteria): void => {
    onChange({ ...criteria, rules: [...rules, part] });
    setAdding(false);
  };
  // What was removed takes the focus with it; the button beside it is where one goes on.
  const drop = (at: number): void => {
    add.current?.focus();
    onChange(withPart(criteria, at, null));
  };
  const isInner = depth > 1;
  return (
    <>
      {(isInner || rules.length > 1) && <GroupMode group={criteria} onChange={onChange} />}
      {rules.map((part, at) => {
        if (!isGroup(part)) return <FilterChip key={at} rule={part} onApply={(next) => onChange(withPart(criteria, at, next))} onRemove={() => drop(at)} />;
        const said = describeCriteria(part, voice);
        return (
          <span key={at} role="group" aria-label={said} className={styles.group}>
            <FilterBar criteria={part} depth={depth + 1} onChange={(next) => onChange(withPart(criteria, at, next))} />
            <ActionIcon size="sm" aria-label={t('edit.remove', { text: said })} title={t('edit.remove', { text: said })} onClick={() => drop(at)}><Icon name="close" size={14} /></ActionIcon>
          </span>
        );
      })}
      <Popover opened={adding} onChange={setAdding} position="bottom-start" trapFocus returnFocus withRoles={false}>
        <Popover.Target>
          {isInner
            ? <ActionIcon ref={add} size="sm" aria-label={t('group.add')} title={t('group.add')} aria-expanded={adding} onClick={() => setAdding(!adding)}><Icon name="plus" size={14} /></ActionIcon>
            : <Button ref={add} variant="subtle" c="var(--bl-text2)" leftSection={<Icon name="plus" size={14} />} aria-expanded={adding} onClick={() => setAdding(!adding)}>{t('edit.add')}</Button>}
        </Popover.Target>
        <Popover.Dropdown p={14} role="dialog" aria-label={t('edit.title')}>
          <RuleEditor rule={null} onApply={put} {...(depth < DEEPEST_GROUP ? { onGroup: (rule: Rule) => put(startGroup(criteria, rule)) } : {})} />
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
