import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '#shared/contract/accounts.ts';
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
import { accountColumns } from './account-columns.tsx';
import { useAccountTotals, useAccountWindows, useTabCounts } from './api.ts';
import { EmptyBook } from './EmptyBook.tsx';
import { useListState } from './list-state.ts';
import { NewAccountDialog } from './NewAccountDialog.tsx';
import { useAccountWrites } from './use-account-writes.ts';
import { accountTabs, filterOf, firstTab } from './view-model.ts';
import styles from './accounts.module.css';

export interface AccountsPageProps {
  onOpenAccount: (accountId: string) => void;
  /** Opens the import; an empty book begins there. */
  onImport: () => void;
  /** Logs an interaction with the account of the focused row. */
  onLog: (accountId: string) => void;
}

const rowKey = (row: AccountRow): string => row.id;

/** The list of accounts: tabs, filter, and a table over the core's windows. */
export function AccountsPage({ onOpenAccount, onImport, onLog }: AccountsPageProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const errorText = useErrorText();
  const book = useBook();
  const [state, change] = useListState(book.bookId);
  const [creating, setCreating] = useState(false);
  const filterInput = useRef<HTMLInputElement>(null);
  const [text] = useDebouncedValue(state.text, 150);

  const { counts, error: countError } = useTabCounts();
  const tab = state.tab ?? (counts && firstTab(counts.key));
  const filter = useMemo(() => (tab === null ? null : filterOf(tab, text)), [tab, text]);
  const shown = useAccountTotals(filter);
  const list = useAccountWindows(filter, state.sort);
  const writes = useAccountWrites();

  const columns = useMemo(
    () => accountColumns({ t, format, totals: shown, onToggleKey: writes.toggleKey, onAddStep: writes.addStep }),
    [t, format, shown, writes.toggleKey, writes.addStep],
  );
  const open = useCallback((row: AccountRow) => onOpenAccount(row.id), [onOpenAccount]);
  const onRowKey = (pressed: string, row: AccountRow): boolean => {
    const actions: Record<string, () => void> = { n: () => setCreating(true), l: () => onLog(row.id), f: () => filterInput.current?.focus() };
    const action = actions[pressed.toLowerCase()];
    action?.();
    return action !== undefined;
  };

  const error = list.error ?? countError;
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('title')}
        actions={<Button leftSection={<Icon name="plus" size={15} />} rightSection={<KeyHint keys={['N']} />} onClick={() => setCreating(true)}>{t('newAccount')}</Button>}
      />
      {counts?.all === 0 ? <EmptyBook onImport={onImport} onNew={() => setCreating(true)} /> : (
        <>
          <div className={styles.tabs}>
            <SegmentedTabs
              label={t('views')} value={tab ?? 'all'} onChange={(value) => change({ tab: value })}
              items={accountTabs.map((value) => ({ value, label: t(`tab.${value}`), count: counts ? format.number(counts[value]) : undefined }))}
            />
          </div>
          <div className={styles.bar}>
            <TextInput
              ref={filterInput} size="xs" w={280} aria-label={t('filter')} placeholder={t('filterHint')} leftSection={<Icon name="search" size={14} />}
              value={state.text} onChange={(event) => change({ text: event.currentTarget.value })}
              onKeyDown={(event) => { if (event.key === 'Escape' && state.text !== '') change({ text: '' }); }}
            />
            <span className={styles.asOf}>{t('asOf', { date: format.dayFull(format.today) })}</span>
          </div>
          {error ? <div className={styles.error}><DataError {...errorText(error)} retry={{ label: t('retry'), onClick: list.retry }} /></div> : (
            <WindowTable
              label={t('title')} columns={columns} rows={list.rows} rowKey={rowKey} count={shown?.count ?? list.rows.length}
              hasMore={list.hasMore} onMore={list.more} loading={list.loading} listKey={JSON.stringify([book.bookId, filter, state.sort])}
              sort={state.sort} onSort={(sort) => change({ sort })} onOpen={open} onRowKey={onRowKey}
              empty={<EmptyState
                icon="accounts" text={t(text.trim() === '' ? `empty.${tab ?? 'all'}` : 'empty.filter')}
                action={text.trim() !== '' ? <Button onClick={() => change({ text: '' })}>{t('clearFilter')}</Button>
                  : tab !== 'all' && <Button onClick={() => change({ tab: 'all' })}>{t('showAll')}</Button>}
              />}
            />
          )}
        </>
      )}
      <NewAccountDialog opened={creating} onClose={() => setCreating(false)} onCreated={onOpenAccount} />
    </div>
  );
}
