import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import classes from './duplicates.module.css';

interface PairEntryProps {
  pair: DuplicatePair;
  onMerge: () => void;
  onApart: () => void;
}

function Named({ name, detail }: DuplicatePair['first']) {
  return (
    <span className={classes['named']}>
      <span className={classes['name']} title={name}>{name}</span>
      {detail !== null && <span className={classes['detail']} title={detail}>{detail}</span>}
    </span>
  );
}

/** Two records that look like one, and why. */
export function PairEntry({ pair: { first, second, reasons }, onMerge, onApart }: PairEntryProps) {
  const { t } = useTranslation('duplicates');
  const both = { name: first.name, other: second.name };
  return (
    <li className={classes['pair']}>
      <Named {...first} />
      <Named {...second} />
      <span className={classes['reasons']}>
        {reasons.map(({ reason, value }) => <span key={reason} className={classes['reason']} title={value ?? undefined}>{value === null ? t(`reason.${reason}`) : t('reasonWith', { reason: t(`reason.${reason}`), value })}</span>)}
      </span>
      <span className={classes['actions']}>
        <Button size="xs" variant="subtle" c="var(--bl-text2)" aria-label={t('apartOf', both)} onClick={onApart}>{t('apart')}</Button>
        <Button size="xs" aria-label={t('compareOf', both)} onClick={onMerge}>{t('compare')}</Button>
      </span>
    </li>
  );
}
