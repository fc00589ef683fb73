import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import styles from './accounts.module.css';

export interface EmptyBookProps {
  onImport: () => void;
  onNew: () => void;
  /** What makes a sample. */
  sample: ReactNode;
}

function Way({ hint, children }: { hint: string; children: ReactNode }) {
  return <li><span>{children}</span><span className={styles.quiet}>{hint}</span></li>;
}

/** A book without accounts: what will be here, and the three ways to begin. */
export function EmptyBook({ onImport, onNew, sample }: EmptyBookProps) {
  const { t } = useTranslation('accounts');
  return (
    <EmptyState
      icon="accounts" text={t('empty.book')}
      action={(
        <ul className={styles.ways}>
          <Way hint={t('empty.importHint')}><Button leftSection={<Icon name="import" size={15} />} onClick={onImport}>{t('import')}</Button></Way>
          <Way hint={t('empty.newHint')}><Button leftSection={<Icon name="plus" size={15} />} onClick={onNew}>{t('newAccount')}</Button></Way>
          <Way hint={t('empty.sampleHint')}>{sample}</Way>
        </ul>
      )}
    />
  );
}
