import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '#shared/contract/accounts.ts';
import { everything } from '#shared/domain/criteria/model.ts';
import { builtInView } from '#shared/domain/view/built-in-views.ts';
import type { CurrentView } from '#shared/domain/view/model.ts';
import { useBook } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { WindowTable } from '#renderer/tables/WindowTable.tsx';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { SegmentedTabs } from '#renderer/ui/SegmentedTabs.tsx';
import { columnName, viewColumns } from './account-columns.tsx';
import { useAccountTotals, useAccountWindows, useViews } from './api.ts';
import { columnIds, extraOf } from './column-catalogue.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { EmptyBook } from './EmptyBook.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { FilterBar } from './FilterBar.tsx';
import { useListState } from './list-state.ts';
import { isBuiltIn, moveColumn, resizeColumn, sameView } from './list-views.ts';
import { NewAccountDialog } from './NewAccountDialog.tsx';
import { selectionFilter, useSelection } from './selection.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { useAccountWrites } from './use-account-writes.ts';
import { useCriteriaVoice } from './use-criteria-voice.ts';
import { useExport } from './use-export.ts';
import { ViewActions } from './ViewActions.tsx';
import { filterOf, firstView, type AccountFilter } from './view-model.ts';
import styles from './accounts.module.css';

export interface AccountsPageProps {
  onOpenAccount: (accountId: string) => void;
  /** Opens the import; an empty book begins there. */
  onImport: () => void;
  /** What makes a sample; an empty book offers it. */
  sample: ReactNode;
  /** Logs an interaction with the account of the focused row. */
  onLog: (accountId: string) => void;
}

const rowKey = (row: AccountRow): string => row.id;

/** The list of accounts: views, filter, and a table over the core's windows. */
export function AccountsPage({ onOpenAccount, onImport, sample, onLog }: AccountsPageProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const voice = useCriteriaVoice();
  const errorText = useErrorText();
  const book = useBook();
  const [state, change] = useListState(book.bookId);
  const [creating, setCreating] = useState(false);
  const filterInput = useRef<HTMLInputElement>(null);
  const [text] = useDebouncedValue(state.text, 150);

  const { views, counts, error: viewsError } = useViews();
  const countOf = (id: string): number => counts?.[views?.findIndex((view) => view.id === id) ?? -1] ?? 0;
  const wanted = state.view ?? (counts && firstView(countOf('key')));
  const view = wanted === null ? null : views?.find(({ id }) => id === wanted) ?? views?.find(({ id }) => id === 'all') ?? null;
  const document = (view && state.changed[view.id]) ?? view?.document ?? builtInView('all');
  const nameOfView = (id: string, name: string | null): string => (name === null && isBuiltIn(id) ? t(`tab.${id}`) : name ?? id);
  const setView = (next: CurrentView): void => {
    if (!view) return;
    const { [view.id]: _, ...others } = state.changed;
    change({ view: view.id, changed: sameView(next, view.document) ? others : { ...others, [view.id]: next } });
  };

  const filter = useMemo(() => (view === null ? null : filterOf(document.criteria, text)), [view, document.criteria, text]);
  const extra = useMemo(() => extraOf(document), [document]);
  const shown = useAccountTotals(filter);
  const list = useAccountWindows(filter, document.sort, extra);
  const writes = useAccountWrites();
  const exportList = useExport();
  const listKey = JSON.stringify([book.bookId, filter, document.sort]);
  const { selection, clear, toggle, toggleAll } = useSelection(JSON.stringify([book.bookId, filter]), list.rows);
  const selected = filter && selectionFilter(filter, selection);

  const columns = useMemo(
    () => viewColumns(document, {
      t, format, voice, totals: shown, selection, onToggleKey: writes.toggleKey, onAddStep: writes.addStep, onSelect: toggle, onSelectAll: toggleAll, onSetField: writes.setField,
    }),
    [document, t, format, voice, shown, selection, writes, toggle, toggleAll],
  );
  const nameOf = (id: string): string => columnName(id, t, voice);
  const runExport = (what: AccountFilter, kind: 'csv' | 'xlsx'): void => {
    const title = view ? nameOfView(view.id, view.name) : t('title');
    const headed = document.columns.filter(({ id }) => columnIds.includes(id)).flatMap(({ id }) => (id === 'name' ? [id, 'alias', 'isKey'] : [id]));
    void exportList({ filter: what, sort: document.sort, format: kind, title: `${title} ${format.today}`, columns: headed.map((id) => ({ id, header: nameOf(id) })) });
  };
  const open = useCallback((row: AccountRow) => onOpenAccount(row.id), [onOpenAccount]);
  const onRowKey = (pressed: string, row: AccountRow, shift: boolean): boolean => {
    const actions: Record<string, () => void> = {
      n: () => setCreating(true), l: () => onLog(row.id), f: () => filterInput.current?.focus(), ' ': () => toggle(row.id, shift), '*': () => writes.toggleKey(row),
      ...(selected ? { escape: clear } : {}),
    };
    const action = actions[pressed.toLowerCase()];
    action?.();
    return action !== undefined;
  };

  const error = list.error ?? viewsError;
  const searching = text.trim() !== '';
  const changed = view !== null && state.changed[view.id] !== undefined;
  const filtered = searching || (changed && document.criteria.rules.length > 0) || (view !== null && !isBuiltIn(view.id) && document.criteria.rules.length > 0);
  const clearFilters = (): void => {
    if (view && document.criteria.rules.length > 0 && !searching) setView({ ...document, criteria: everything });
    change({ text: '' });
  };
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('title')}
        actions={(
          <>
            {counts !== null && countOf('all') > 0 && filter && <ExportMenu label={t('export.open')} onExport={(kind) => runExport(filter, kind)} />}
            <Button leftSection={<Icon name="plus" size={15} />} rightSection={<KeyHint keys={['N']} />} onClick={() => setCreating(true)}>{t('newAccount')}</Button>
          </>
        )}
      />
      {counts && countOf('all') === 0 ? <EmptyBook onImport={onImport} onNew={() => setCreating(true)} sample={sample} /> : (
        <>
          <div className={styles.tabs}>
            <SegmentedTabs
              label={t('views')} value={view?.id ?? 'all'} onChange={(value) => change({ view: value })}
              items={(views ?? []).map(({ id, name }) => ({
                value: id, label: `${nameOfView(id, name)}${state.changed[id] ? ' *' : ''}`, count: counts ? format.number(countOf(id)) : undefined,
              }))}
            />
            {view && (
              <ViewActions
                key={view.id} view={view} own={(views ?? []).filter(({ id }) => !isBuiltIn(id))} name={nameOfView(view.id, view.name)} document={document} changed={changed}
                onDiscard={() => setView(view.document)}
                onKept={(id) => {
                  const { [view.id]: _, ...others } = state.changed;
                  change({ view: id, changed: others });
                }}
              />
            )}
          </div>
          <div className={styles.bar}>
            <TextInput
              ref={filterInput} size="xs" w={220} aria-label={t('filter')} placeholder={t('filterHint')} leftSection={<Icon name="search" size={14} />}
              value={state.text} onChange={(event) => change({ text: event.currentTarget.value })}
              onKeyDown={(event) => { if (event.key === 'Escape' && state.text !== '') change({ text: '' }); }}
            />
            <FilterBar criteria={document.criteria} onChange={(criteria) => setView({ ...document, criteria })} />
            <span className={styles.barEnd}>
              <span className={styles.asOf}>{t('asOf', { date: format.dayFull(format.today) })}</span>
              <ColumnsMenu view={document} nameOf={nameOf} onChange={setView} />
            </span>
          </div>
          {error ? <div className={styles.error}><DataError {...errorText(error)} retry={{ label: t('retry'), onClick: list.retry }} /></div> : (
            <WindowTable
              label={t('title')} columns={columns} rows={list.rows} rowKey={rowKey} count={shown?.count ?? list.rows.length}
              hasMore={list.hasMore} onMore={list.more} loading={list.loading} listKey={listKey}
              sort={document.sort} onSort={(sort) => setView({ ...document, sort })} onOpen={open} onRowKey={onRowKey} onSelectAll={toggleAll}
              moves={{ onMove: (id, to) => setView(moveColumn(document, id, to)), onResize: (id, width) => setView(resizeColumn(document, id, width)) }}
              empty={<EmptyState
                icon="accounts" text={filtered ? t('empty.filter') : t(view && isBuiltIn(view.id) ? `empty.${view.id}` : 'empty.all')}
                action={filtered ? <Button onClick={clearFilters}>{t('clearFilter')}</Button>
                  : view?.id !== 'all' && <Button onClick={() => change({ view: 'all' })}>{t('showAll')}</Button>}
              />}
            />
          )}
          {selected && <SelectionBar filter={selected} writes={writes} onExport={(kind) => runExport(selected, kind)} onClear={clear} />}
        </>
      )}
      <NewAccountDialog opened={creating} onClose={() => setCreating(false)} onCreated={onOpenAccount} />
    </div>
  );
}
