import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { IconName } from '#renderer/ui/icon-paths.ts';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { DropArea } from './DropArea.tsx';
import classes from './import.module.css';

/** What most managers bring, in the order in which each names the ones before. */
const SHOWN = { accounts: 'accounts', people: 'person', orders: 'order', interactions: 'meeting' } as const satisfies Record<string, IconName>;

/** The empty page: which exports to bring, in which order, and what each needs. */
export function ImportGuide() {
  const { t } = useTranslation('import');
  return (
    <section className={classes['guide']}>
      <DropArea main />
      <SectionHeading line note={t('guide.note')}>{t('guide.title')}</SectionHeading>
      <ol className={classes['kinds']}>
        {(['accounts', 'people', 'orders', 'interactions'] as const).map((kind) => (
          <li key={kind} className={classes['kindRow']}>
            <Icon name={SHOWN[kind]} size={17} />
            <div>
              <b>{t(`kind.${kind}`)}</b>
              <p>{t(`guide.${kind}`)}</p>
            </div>
          </li>
        ))}
      </ol>
      <p className={classes['hint']}>{t('guide.also')}</p>
      <p className={classes['hint']}>{t('guide.format')}</p>
    </section>
  );
}
