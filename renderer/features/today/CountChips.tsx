import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TodayPage, TodaySection } from '#shared/domain/today/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import styles from './today.module.css';
import { isPressing } from './view-model.ts';

/** How much there is of each kind; each goes to its section. */
export function CountChips({ sections, onGo }: { sections: TodayPage['sections']; onGo: (section: TodaySection) => void }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const shown = sections.filter(({ count }) => count > 0);
  if (shown.length === 0) return null;
  return (
    <nav className={styles.chips} aria-label={t('chips')}>
      {shown.map(({ section, count }) => (
        <UnstyledButton key={section} className={styles.chip} data-pressing={isPressing(section) || undefined} onClick={() => onGo(section)}>
          <b>{format.number(count)}</b> {t(`chip.${section}`, { count })}
        </UnstyledButton>
      ))}
    </nav>
  );
}
