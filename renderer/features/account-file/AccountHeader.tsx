import { ActionIcon, Anchor, Button, Menu, Title, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { AccountFile } from './api.ts';
import { useAccountWrites } from './use-account-writes.ts';
import { markOf, placeOf } from './view-model.ts';
import styles from './account-file.module.css';

interface AccountHeaderProps {
  file: AccountFile;
  onBack: () => void;
  onOpenAccount: (accountId: string) => void;
  onLog: () => void;
  onPrepareReview: () => void;
  onDetails: () => void;
  onMerge: () => void;
}

/** Who the account is, and what can be done with it. */
export function AccountHeader({ file, onBack, onOpenAccount, onLog, onPrepareReview, onDetails, onMerge }: AccountHeaderProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const { setKey } = useAccountWrites(file.account);
  const { account } = file;
  const { parentId } = account;
  const meta = [
    account.industry,
    placeOf(account, format.language),
    account.customerSince && t('customerSince', { date: format.month(account.customerSince, true) }),
    account.contractEnd && t('contractEnd', { date: format.dayFull(account.contractEnd) }),
  ].filter((part) => part !== null && part !== '');
  return (
    <header className={styles.header}>
      <nav className={styles.crumbs} aria-label={t('path')}>
        <Anchor component="button" type="button" className={styles.crumb} onClick={onBack}>{t('accounts')}</Anchor>
        {parentId !== null && file.parentName !== null && (
          <>
            <Icon name="chevronRight" size={12} />
            <Anchor component="button" type="button" className={styles.crumb} onClick={() => onOpenAccount(parentId)}>{file.parentName}</Anchor>
          </>
        )}
      </nav>
      <div className={styles.headLine}>
        <span className={styles.mark} aria-hidden="true">{markOf(account.name)}</span>
        <div className={styles.names}>
          <div className={styles.nameLine}>
            <Title order={1} className={styles.name} title={account.name}>{account.name}</Title>
            {account.alias !== null && <span className={styles.alias}>{account.alias}</span>}
            <Tooltip label={account.isKey ? t('key.unmark') : t('key.mark')}>
              <ActionIcon size="xs" className={styles.flag} aria-pressed={account.isKey} aria-label={t('key.toggle')} onClick={() => setKey(!account.isKey)}>
                <Icon name="flag" size={16} />
              </ActionIcon>
            </Tooltip>
          </div>
          <div className={styles.meta}>{meta.length > 0 ? meta.map((part) => <span key={part}>{part}</span>) : <span>{t('noMeta')}</span>}</div>
        </div>
        <div className={styles.actions}>
          <Button leftSection={<Icon name="pencil" size={15} />} onClick={onLog}>{t('log')}</Button>
          <Button leftSection={<Icon name="review" size={15} />} onClick={onPrepareReview}>{t('prepareReview')}</Button>
          <Button leftSection={<Icon name="info" size={15} />} onClick={onDetails}>{t('details.open')}</Button>
          <Menu position="bottom-end">
            <Menu.Target><ActionIcon aria-label={t('more')} title={t('more')}><Icon name="more" /></ActionIcon></Menu.Target>
            <Menu.Dropdown><Menu.Item onClick={onMerge}>{t('mergeWith')}</Menu.Item></Menu.Dropdown>
          </Menu>
        </div>
      </div>
    </header>
  );
}
