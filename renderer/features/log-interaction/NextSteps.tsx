import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '#shared/domain/colleague/model.ts';
import type { Contact } from '#shared/domain/person/model.ts';
import type { DraftStep, LogDraft, StepOwner } from './log-draft.ts';
import classes from './log.module.css';
import { NextStepRow } from './NextStepRow.tsx';
import { stepOwners } from './people-options.ts';
import { settled, withEmptyRow } from './steps-list.ts';
import type { WallClock } from './view-model.ts';

interface NextStepsProps {
  draft: LogDraft;
  onChange: (steps: DraftStep[]) => void;
  contacts: Contact[];
  colleagues: Colleague[];
  /** Owner of a new step. */
  me: StepOwner | null;
  clock: WallClock;
  labelId: string;
}

/** What was promised; each line with words becomes a task. The last row is always free. */
export function NextSteps({ draft, onChange, contacts, colleagues, me, clock, labelId }: NextStepsProps) {
  const { t } = useTranslation('log');
  const list = useRef<HTMLDivElement>(null);
  const rows = withEmptyRow(draft.steps, me);
  const owners = stepOwners(contacts, colleagues, draft);

  const focusRow = (index: number): void => list.current?.querySelectorAll<HTMLElement>('[data-step]')[index]?.focus();
  const change = (index: number, step: DraftStep): void => onChange(rows.with(index, step));
  const remove = (index: number): void => {
    onChange(rows.toSpliced(index, 1));
    // Once the row is gone.
    setTimeout(() => focusRow(Math.max(0, index - 1)));
  };

  return (
    <div ref={list} role="group" aria-labelledby={labelId} className={classes['steps']}>
      {rows.map((step, index) => (
        <NextStepRow
          key={step.key}
          step={step}
          free={index === rows.length - 1}
          owners={owners}
          clock={clock}
          name={t('steps.row', { no: index + 1 })}
          onChange={(changed) => change(index, changed)}
          onSettle={() => step.text.trim() !== '' && change(index, settled(step, clock.date))}
          // At once: it is there already, and the next letter may be as well.
          onNext={() => focusRow(index + 1)}
          onRemove={() => remove(index)}
        />
      ))}
    </div>
  );
}
