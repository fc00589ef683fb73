import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { interactionKinds } from '#shared/domain/interaction/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import type { AccountFile } from './api.ts';
import styles from './account-file.module.css';

interface LatelyListProps {
  lately: AccountFile['lately'];
  onTimeline: () => void;
}

const SHOWN = 5;

/** The latest interactions, with whom and when. */
export function LatelyList({ lately, onTimeline }: LatelyListProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  return (
    <section>
      <SectionHeading line action={<Anchor component="button" type="button" className={styles.more} onClick={onTimeline}>{t('timeline')}</Anchor>}>{t('lately')}</SectionHeading>
      {lately.length === 0 && <EmptyState compact icon="history" text={t('latelyEmpty')} />}
      <ul className={styles.list}>
        {lately.slice(0, SHOWN).map(({ id, kind, at, summary, people }) => {
          const known = interactionKinds.find((one) => one === kind) ?? 'meeting';
          return (
            <li key={id} className={styles.item}>
              <Icon name={known} size={16} className={styles.itemIcon} label={t(`kind.${known}`)} />
              <div className={styles.itemText}>
                <div className={styles.clip} title={summary}>{summary}</div>
                <small className={styles.clip}>{people.join(t('nameJoin')) || t('noPeople')}</small>
              </div>
              <span className={styles.itemDate} title={format.instant(at)}>{format.ago(at)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
