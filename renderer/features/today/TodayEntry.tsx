import { Button, Checkbox } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TodayRow } from '#shared/domain/today/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { InitialsAvatar } from '#renderer/ui/InitialsAvatar.tsx';
import { RowActions } from './RowActions.tsx';
import type { RowActs } from './row-acts.ts';
import { rowWords } from './row-words.ts';
import type { SnoozeMenuProps } from './SnoozeMenu.tsx';
import styles from './today.module.css';
import type { RowFocus } from './use-row-focus.ts';

export interface TodayEntryProps {
  row: TodayRow;
  focus: RowFocus;
  acts: RowActs;
  snooze: Pick<SnoozeMenuProps, 'today' | 'choices' | 'mode' | 'onMode'>;
  onKeyDown: (event: KeyboardEvent<HTMLElement>, row: TodayRow) => void;
  /** What stands below it while its next step is being written. */
  below?: ReactNode;
}

function Lead({ row, onDone }: { row: TodayRow; onDone: () => void }) {
  const { t } = useTranslation('today');
  if (row.kind === 'task') return <Checkbox radius="xl" checked={false} className={styles.check} aria-label={t('act.of', { act: t('act.done'), name: row.title })} onChange={onDone} />;
  if (row.kind === 'keepInTouch') return <InitialsAvatar name={row.personName} size={28} />;
  return <span className={styles.lead} data-kind={row.kind}><Icon name={row.kind === 'quiet' ? 'clock' : 'arrowRight'} size={15} /></span>;
}

/** One thing to do: what, with whom, since when, and what can be done with it once it is in hand. */
export function TodayEntry({ row, focus, acts, snooze, onKeyDown, below }: TodayEntryProps) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { title, meta, when } = rowWords(row, t, format);
  const card = row.kind === 'keepInTouch';
  const late = row.kind === 'task' && row.days > 0;
  return (
    <div role="rowgroup" className={card ? styles.cardSlot : styles.slot}>
      <div
        role="row" ref={focus.register(row.key)} tabIndex={focus.active === row.key ? 0 : -1} className={card ? styles.card : styles.row} data-open={snooze.mode !== null || undefined} data-key={row.key}
        aria-keyshortcuts="E S L N O" onFocus={() => focus.onFocus(row.key)} onBlur={(event) => focus.onBlur(event.relatedTarget)} onKeyDown={(event) => onKeyDown(event, row)}
      >
        <div role="gridcell" className={styles.cells}>
          <Lead row={row} onDone={() => acts.done(row)} />
          <div className={styles.words} data-opens onClick={() => acts.open(row)}>
            <div className={styles.title} data-strong={row.kind === 'quiet' || undefined} title={title}>{title}</div>
            <div className={styles.meta}>
              {meta.map(({ icon, text }, index) => (
                <span key={index} className={styles.part}>
                  {index > 0 && <span className={styles.dot} aria-hidden="true">·</span>}
                  {icon && <Icon name={icon} size={14} />}
                  <span className={styles.clip} title={text}>{text}</span>
                </span>
              ))}
            </div>
          </div>
          <div className={styles.actions}><RowActions row={row} acts={acts} snooze={snooze} small={card} /></div>
          {when !== '' && <span className={styles.when} data-late={late || undefined}>{when}</span>}
          {row.kind === 'quiet' && <Button size="xs" className={styles.openButton} onClick={() => acts.open(row)}>{t('act.open')}</Button>}
        </div>
      </div>
      {below !== undefined && <div role="row"><div role="gridcell">{below}</div></div>}
    </div>
  );
}
