import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SegmentedTabs } from '#renderer/ui/SegmentedTabs.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { AccountHeader } from './AccountHeader.tsx';
import { accountFileTabs, type AccountFileSlots, type AccountFileTab, type OrderRowsRequest } from './account-tabs.ts';
import { useAccountFile, type AccountFile } from './api.ts';
import { DetailsDrawer } from './DetailsDrawer.tsx';
import { NextStepBar } from './NextStepBar.tsx';
import { Overview } from './Overview.tsx';
import { inDueOrder } from './view-model.ts';
import styles from './account-file.module.css';

export interface AccountFilePageProps {
  accountId: string;
  tab: AccountFileTab;
  onTab: (tab: AccountFileTab) => void;
  /** Back to the list. */
  onBack: () => void;
  onOpenAccount: (accountId: string) => void;
  onLog: (accountId: string) => void;
  onPrepareReview: (accountId: string) => void;
  onMerge: (accountId: string) => void;
  slots: AccountFileSlots;
}

const countOf = (file: AccountFile, tab: AccountFileTab): number | null => {
  if (tab === 'people') return file.contacts.length;
  return tab === 'timeline' ? file.interactionCount + file.orderCount : null;
};

function Panel({ file, tab, onTab, onRows, slots }: Pick<AccountFilePageProps, 'tab' | 'onTab' | 'slots'> & { file: AccountFile; onRows: (request: OrderRowsRequest) => void }) {
  return tab === 'overview' ? <Overview key={file.account.id} file={file} onTab={onTab} onRows={onRows} days={slots.days(file.account.id)} /> : slots[tab](file.account.id);
}

/** One account: header, next step, and a tab for each side of it. */
export function AccountFilePage({ accountId, tab, onTab, onBack, onOpenAccount, onLog, onPrepareReview, onMerge, slots }: AccountFilePageProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const errorText = useErrorText();
  const [details, setDetails] = useState(false);
  const [rows, setRows] = useState<OrderRowsRequest | null>(null);
  const query = useAccountFile(accountId);
  const file = query.data;

  if (query.error) {
    return (
      <div className={styles.problem}>
        <Title order={1}>{t('accounts')}</Title>
        <DataError
          {...errorText(query.error)} where={null} retry={{ label: t('retry'), onClick: () => void query.refetch() }}
          actions={<Button size="xs" onClick={onBack}>{t('backToAccounts')}</Button>}
        />
      </div>
    );
  }
  if (!file) return <div className={styles.problem}><SkeletonRows rows={10} height={48} label={t('loading')} /></div>;
  return (
    <div className={styles.page}>
      <AccountHeader
        file={file} onBack={onBack} onOpenAccount={onOpenAccount} onLog={() => onLog(accountId)} onPrepareReview={() => onPrepareReview(accountId)}
        onMerge={() => onMerge(accountId)} onDetails={() => setDetails(true)}
      />
      <NextStepBar accountId={accountId} tasks={inDueOrder(file.tasks)} />
      <div className={styles.tabs}>
        <SegmentedTabs
          label={t('parts')} value={tab} onChange={onTab}
          items={accountFileTabs.map((value) => {
            const count = countOf(file, value);
            return { value, label: t(`tab.${value}`), count: count === null ? undefined : format.number(count) };
          })}
        >
          <Panel file={file} tab={tab} onTab={onTab} onRows={setRows} slots={slots} />
        </SegmentedTabs>
      </div>
      <DetailsDrawer key={accountId} account={file.account} opened={details} onClose={() => setDetails(false)} slots={slots} />
      {slots.orderRows(rows, () => setRows(null))}
    </div>
  );
}
