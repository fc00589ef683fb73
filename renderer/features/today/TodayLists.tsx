import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReviewRow, TodayPage as Page, TodayRow, TodaySection } from '#shared/domain/today/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { rowAction } from '#renderer/tables/row-keys.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import type { PutOffMode } from '#renderer/ui/PutOffMenu.tsx';
import { AddStep } from './AddStep.tsx';
import { CountChips } from './CountChips.tsx';
import { actOfKey, type RowActs } from './row-acts.ts';
import { TodayEntry } from './TodayEntry.tsx';
import { SidePanel } from './SidePanel.tsx';
import type { Partner } from './TodayPage.tsx';
import styles from './today.module.css';
import { useRowFocus } from './use-row-focus.ts';
import { useTodayWrites } from './use-today-writes.ts';
import { isCalm, partnerOf, placeOf, rowsOf } from './view-model.ts';

/** Rows that PageUp and PageDown pass over. */
const SCREEN = 8;

interface TodayListsProps {
  page: Page;
  onOpen: (accountId: string, tab: string, row?: string) => void;
  onLog: (accountId: string, person?: Partner) => void;
  onPrepareReview: (review: ReviewRow) => void;
  onWhole: (section: TodaySection) => void;
  alert: ReactNode;
}

/** The lists, moved through and worked off by the keyboard as one. */
export function TodayLists({ page, onOpen, onLog, onPrepareReview, onWhole, alert }: TodayListsProps) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const rows = useMemo(() => rowsOf(page), [page]);
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const focus = useRowFocus(keys);
  const writes = useTodayWrites(page.day);
  const [snoozing, setSnoozing] = useState<{ key: string; mode: PutOffMode } | null>(null);
  const [writing, setWriting] = useState<string | null>(null);

  /** What leaves the list hands the focus on at once, so that a list is worked off without waiting. */
  const leave = (row: TodayRow): void => {
    const index = keys.indexOf(row.key);
    focus.focus(keys[index + 1] ?? keys[index - 1]);
  };
  const acts: RowActs = {
    done(row) {
      leave(row);
      writes.done(row);
    },
    putOff(row, until, when) {
      setSnoozing(null);
      leave(row);
      writes.putOff(row, until, when);
    },
    log: (row) => onLog(row.accountId, partnerOf(row) ?? undefined),
    step: (row) => setWriting(row.key),
    open(row) {
      const { tab, row: within } = placeOf(row);
      onOpen(row.accountId, tab, within);
    },
    snooze: (row) => setSnoozing({ key: row.key, mode: 'menu' }),
  };
  function onKeyDown(event: KeyboardEvent<HTMLElement>, row: TodayRow): void {
    // Keys of what stands in a row are its own.
    if (event.target !== event.currentTarget) return;
    const { key, ctrlKey, metaKey, altKey, nativeEvent } = event;
    const action = rowAction({ key, ctrlKey, metaKey, altKey, isComposing: nativeEvent.isComposing }, keys.indexOf(row.key), keys.length, SCREEN);
    const act = ctrlKey || metaKey || altKey || nativeEvent.isComposing ? null : actOfKey(key, acts);
    if (action === 'open') acts.open(row);
    else if (action) focus.focus(keys[action.move]);
    else if (act) act(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const go = (section: TodaySection): void => {
    document.getElementById(`today-${section}`)?.scrollIntoView({ block: 'start' });
    focus.focus(page.sections.find((one) => one.section === section)?.rows[0]?.key);
  };
  const pressing = page.sections.some(({ section, count }) => (section === 'late' || section === 'due') && count > 0);
  const next = page.nextUp && t('next', { title: page.nextUp.title, account: page.nextUp.accountName, day: format.due(page.nextUp.dueOn).text });
  return (
    <div className={styles.body}>
      <div className={styles.main}>
        <CountChips sections={page.sections} onGo={go} />
        {alert}
        {isCalm(page) && <EmptyState icon="check" text={next === null ? t('calm') : `${t('calm')} ${next}`} />}
        {!isCalm(page) && !pressing && <p className={styles.calm}>{t('nothingDue')} {next}</p>}
        {page.sections.filter(({ count }) => count > 0).map(({ section, count, rows: shown }) => (
          <section key={section} id={`today-${section}`} className={styles.section}>
            <SectionHeading id={`today-${section}-title`} note={format.number(count)}>{t(`section.${section}`)}</SectionHeading>
            <div role="grid" aria-labelledby={`today-${section}-title`} aria-rowcount={count} className={section === 'hearFromUs' ? styles.cards : styles.rows}>
              {shown.map((row) => (
                <TodayEntry
                  key={row.key} row={row} focus={focus} acts={acts} onKeyDown={onKeyDown}
                  snooze={{
                    today: page.day, choices: page.snooze, mode: snoozing?.key === row.key ? snoozing.mode : null,
                    onMode: (mode) => {
                      setSnoozing(mode && { key: row.key, mode });
                      if (mode === null) focus.focus(row.key);
                    },
                  }}
                  below={writing !== row.key ? undefined : (
                    <AddStep
                      accountName={row.accountName}
                      onAdd={(title, dueOn) => {
                        setWriting(null);
                        focus.focus(row.key);
                        writes.addStep(row, title, dueOn);
                      }}
                      onLeave={() => {
                        setWriting(null);
                        focus.focus(row.key);
                      }}
                    />
                  )}
                />
              ))}
            </div>
            {count > shown.length && (
              <Button size="xs" variant="subtle" ml={-9} onClick={() => {
                focus.focus(shown.at(-1)?.key);
                onWhole(section);
              }}>{t('more', { count: count - shown.length })}</Button>
            )}
          </section>
        ))}
      </div>
      <SidePanel page={page} onOpen={onOpen} onPrepare={onPrepareReview} onHandled={writes.handled} />
    </div>
  );
}
