import { Button, Group, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { criteriaField } from '#shared/domain/criteria/fields.ts';
import { fieldName } from '#shared/domain/criteria/describe.ts';
import type { Rule } from '#shared/domain/criteria/model.ts';
import { operatorsOf, valueShape } from '#shared/domain/criteria/operators.ts';
import { isIsoDate } from '#shared/kernel/dates.ts';
import { useDayWords } from '#renderer/client/use-day-words.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import { useKnownValues } from './api.ts';
import { draftOf, filterFields, newDraft, ruleOf, withOperator } from './rule-draft.ts';
import { useCriteriaVoice } from './use-criteria-voice.ts';
import styles from './accounts.module.css';

interface RuleEditorProps {
  /** Null for a new condition. */
  rule: Rule | null;
  onApply: (rule: Rule) => void;
  /** Begins a group with the condition. */
  onGroup?: (rule: Rule) => void;
}

/** One condition: field, operator, value. Enter applies it. */
export function RuleEditor({ rule, onApply, onGroup }: RuleEditorProps) {
  const { t } = useTranslation('criteria');
  const voice = useCriteriaVoice();
  const dayWords = useDayWords();
  const [draft, setDraft] = useState(() => (rule ? draftOf(rule) : newDraft(filterFields[0] ?? 'city')));
  const known = useKnownValues(draft.field);
  const kind = criteriaField(draft.field)?.kind ?? 'text';
  const shape = valueShape(draft.operator);
  const ready = ruleOf(draft);
  const setValue = (at: number, text: string): void => setDraft({ ...draft, values: at === 0 ? [text, ...draft.values.slice(1)] : [draft.values[0] ?? '', text] });
  const isDay = kind === 'date' && shape !== 'days';
  const labelAt = (at: number): string => (shape === 'two' ? t(at === 0 ? 'edit.from' : 'edit.to') : t('edit.value'));
  const unit = shape === 'days' || kind === 'days' ? t('edit.days') : kind === 'share' ? '%' : undefined;
  const fields = filterFields.includes(draft.field) ? filterFields : [draft.field, ...filterFields];
  return (
    <form
      className={styles.editor} aria-label={t('edit.title')}
      onSubmit={(event) => { event.preventDefault(); if (ready) onApply(ready); }}
      onKeyDown={(event) => { if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault(); }}
    >
      <NativeSelect
        label={t('edit.field')} data-autofocus value={draft.field} data={fields.map((value) => ({ value, label: fieldName(value, voice) }))}
        onChange={(event) => setDraft(newDraft(event.currentTarget.value))}
      />
      {kind === 'flag' ? (
        <NativeSelect
          label={t('edit.value')} value={draft.values[0] ?? 'true'} data={[{ value: 'true', label: t('edit.yes') }, { value: 'false', label: t('edit.no') }]}
          onChange={(event) => setValue(0, event.currentTarget.value)}
        />
      ) : (
        <NativeSelect
          label={t('edit.operator')} value={draft.operator} data={operatorsOf(kind).map((value) => ({ value, label: t(`operator.${kind === 'date' ? 'date.' : ''}${value}`) }))}
          onChange={(event) => {
            const operator = operatorsOf(kind).find((one) => one === event.currentTarget.value);
            if (operator) setDraft(withOperator(draft, operator));
          }}
        />
      )}
      {shape === 'list' && (
        <TagsInput
          label={t('edit.values')} classNames={{ inputField: styles.values }} value={draft.values} data={known} onChange={(values) => setDraft({ ...draft, values })} acceptValueOnBlur
          comboboxProps={{ withinPortal: false, position: 'right-start', width: 200 }} withScrollArea={false} description={t('edit.valuesHint')} clearButtonProps={{ 'aria-label': t('edit.clear') }}
        />
      )}
      {kind !== 'flag' && (shape === 'one' || shape === 'days' || shape === 'two') && (
        <Group gap={8} grow align="flex-start" wrap={isDay ? 'wrap' : 'nowrap'}>
          {(shape === 'two' ? [0, 1] : [0]).map((at) => {
            const value = draft.values[at] ?? '';
            if (isDay) {
              const day = isIsoDate(value.trim()) ? value.trim() : null;
              return <DayField key={at} label={labelAt(at)} name={labelAt(at)} words={dayWords} text={value} day={day} onText={(text) => setValue(at, text)} onPick={(picked) => setValue(at, picked)} />;
            }
            return (
              <TextInput
                key={at} label={labelAt(at)} value={value} rightSection={unit} rightSectionWidth={unit ? 44 : undefined}
                inputMode={kind === 'text' ? undefined : 'decimal'} autoComplete="off" onChange={(event) => setValue(at, event.currentTarget.value)}
              />
            );
          })}
        </Group>
      )}
      <Group justify="flex-end" gap={8}>
        {onGroup && <Button variant="subtle" disabled={!ready} onClick={() => { if (ready) onGroup(ready); }}>{t('group.begin')}</Button>}
        <Button type="submit" variant="filled" disabled={!ready}>{t('edit.apply')}</Button>
      </Group>
    </form>
  );
}
