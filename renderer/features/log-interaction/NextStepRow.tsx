import { ActionIcon, Tooltip } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { DueField } from './DueField.tsx';
import type { DraftStep, StepOwner } from './log-draft.ts';
import classes from './log.module.css';
import { MarkedInput } from './MarkedInput.tsx';
import { OwnerField } from './OwnerField.tsx';
import { stepDue, type WallClock } from './view-model.ts';

interface NextStepRowProps {
  step: DraftStep;
  /** The row to type a new step into. */
  free: boolean;
  owners: { ours: StepOwner[]; theirs: StepOwner[] };
  clock: WallClock;
  /** Spoken name of the row. */
  name: string;
  onChange: (step: DraftStep) => void;
  /** The words are finished: Enter, or the focus goes on. */
  onSettle: () => void;
  onNext: () => void;
  onRemove: () => void;
}

/** One next step: what, who, by when. Date words in the text set the date. */
export function NextStepRow({ step, free, owners, clock, name, onChange, onSettle, onNext, onRemove }: NextStepRowProps) {
  const { t } = useTranslation('log');
  const { dueOn, span } = stepDue(step, clock.date);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && !free) {
      event.preventDefault();
      onSettle();
      onNext();
    }
    if (event.key === 'Backspace' && step.text === '' && !free) {
      event.preventDefault();
      onRemove();
    }
  };

  return (
    <div className={classes['step']} role="group" aria-label={name}>
      <span className={classes['stepMark']} data-free={free || undefined}>{free ? <Icon name="plus" size={15} /> : null}</span>
      <MarkedInput
        label={t('steps.title')}
        value={step.text}
        mark={span}
        placeholder={free ? t('steps.add') : undefined}
        onChange={(text) => onChange({ ...step, text })}
        onKeyDown={onKeyDown}
        onBlur={onSettle}
      />
      {free ? <span className={classes['stepHint']}>{t('steps.hint')}</span> : (
        <>
          <OwnerField value={step.owner} owners={owners} label={t('steps.owner')} onChange={(owner) => onChange({ ...step, owner })} />
          <DueField value={dueOn} fromWords={span !== null} clock={clock} label={t('steps.due')} onChange={(date) => onChange({ ...step, pickedDue: date })} />
          <Tooltip label={t('steps.remove')}>
            <ActionIcon size="xs" aria-label={t('steps.remove')} onClick={onRemove}><Icon name="close" size={14} /></ActionIcon>
          </Tooltip>
        </>
      )}
    </div>
  );
}
