import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/client/use-format.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import type { OrderRowsRequest } from './account-tabs.ts';
import type { AccountFile } from './api.ts';
import styles from './account-file.module.css';

interface OrderListProps {
  accountId: string;
  orders: AccountFile['latestOrders'];
  onRows: (request: OrderRowsRequest) => void;
  onBusiness: () => void;
}

const SHOWN = 5;

/** The latest orders; each opens its lines. */
export function OrderList({ accountId, orders, onRows, onBusiness }: OrderListProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  return (
    <section>
      <SectionHeading line action={<Anchor component="button" type="button" className={styles.more} onClick={onBusiness}>{t('business')}</Anchor>}>{t('latestOrders')}</SectionHeading>
      {orders.length === 0 && <EmptyState compact icon="order" text={t('ordersEmpty')} />}
      <ul className={styles.list}>
        {orders.slice(0, SHOWN).map(({ id, orderNo, orderedOn, currency, amount }) => {
          const title = orderNo === null ? t('orderOf', { date: format.dayFull(orderedOn) }) : t('orderNo', { no: orderNo });
          return (
            <li key={id} className={styles.item}>
              <Icon name="order" size={16} className={styles.itemIcon} />
              <div className={styles.itemText}>
                <button type="button" className={styles.itemOpen} onClick={() => onRows({ title, accountId, from: orderedOn, to: orderedOn, orderId: id })}>{title}</button>
                <small className={styles.clip}>{format.moneyExact(amount, currency)}</small>
              </div>
              <span className={styles.itemDate} title={format.dayFull(orderedOn)}>{format.agoDay(orderedOn)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
