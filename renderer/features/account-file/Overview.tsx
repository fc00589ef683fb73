import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import type { AccountFileTab, OrderRowsRequest } from './account-tabs.ts';
import { useBusinessMonths, type AccountFile } from './api.ts';
import { KeyPeople } from './KeyPeople.tsx';
import { LatelyList } from './LatelyList.tsx';
import { OrderList } from './OrderList.tsx';
import { OtherCurrencies } from './OtherCurrencies.tsx';
import { RevenueCard } from './RevenueCard.tsx';
import { StatFigures } from './StatFigures.tsx';
import { TaskList } from './TaskList.tsx';
import { inDueOrder } from './view-model.ts';
import styles from './account-file.module.css';

interface OverviewProps {
  file: AccountFile;
  onTab: (tab: AccountFileTab) => void;
  onRows: (request: OrderRowsRequest) => void;
  /** The days that matter, a feature of its own. */
  days: ReactNode;
}

/** The account on one page: figures, revenue, what happened lately, what comes next, who matters. */
export function Overview({ file, onTab, onRows, days }: OverviewProps) {
  const { t } = useTranslation('account');
  const errorText = useErrorText();
  const [until, setUntil] = useState<string>();
  const { account } = file;
  const business = useBusinessMonths(account.id, until);
  return (
    <div className={styles.overview}>
      <div className={styles.main}>
        {business.error && <DataError {...errorText(business.error)} retry={{ label: t('retry'), onClick: () => void business.refetch() }} />}
        {business.isPending && <SkeletonRows rows={6} height={48} label={t('loading')} />}
        {business.data && (
          <>
            <StatFigures file={file} business={business.data} until={until} onRows={onRows} onTab={onTab} />
            <RevenueCard accountId={account.id} business={business.data} older={until !== undefined} onUntil={setUntil} onRows={onRows} />
            <OtherCurrencies
              amounts={business.data.otherCurrencies}
              onOpen={(currency) => onRows({
                title: t('rows.currency', { currency }), accountId: account.id, currency,
                from: business.data.months[0]?.days.from ?? '', to: business.data.months.at(-1)?.days.to ?? '',
              })}
            />
          </>
        )}
        <div className={styles.two}>
          <LatelyList lately={file.lately} onTimeline={() => onTab('timeline')} />
          <OrderList accountId={account.id} orders={file.latestOrders} onRows={onRows} onBusiness={() => onTab('business')} />
        </div>
      </div>
      <div className={styles.side}>
        <TaskList accountId={account.id} tasks={inDueOrder(file.tasks)} />
        {days}
        <KeyPeople contacts={file.contacts} onPeople={() => onTab('people')} />
      </div>
    </div>
  );
}
