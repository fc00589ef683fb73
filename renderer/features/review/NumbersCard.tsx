import { useTranslation } from 'react-i18next';
import type { ReviewNumber } from '#shared/domain/review/rows.ts';
import classes from './record.module.css';
import { useNumberWords } from './use-number-words.ts';

/** The numbers of a page with measure and days; each opens its rows. */
export function NumbersCard({ numbers, currency, onOpen }: { numbers: ReviewNumber[]; currency: string; onOpen: (id: string) => void }) {
  const { t } = useTranslation('review');
  const words = useNumberWords(currency);
  if (numbers.length === 0) return null;
  return (
    <section className={classes['card']} aria-label={t('numbers.title')}>
      <div className={classes['cardHead']}><h2>{t('numbers.title')}</h2><span className={classes['end']}>{t('numbers.note')}</span></div>
      <ul className={classes['numbers']}>
        {numbers.map((number) => (
          <li key={number.id}>
            <b title={words.exact(number)}>{words.value(number)}</b>
            <span>{words.name(number)}</span>
            <small>{words.days(number)}</small>
            {number.rowCount === 0 ? <small>{t('numbers.noRows')}</small> : (
              <button type="button" className={classes['link']} aria-label={t('numbers.open', { name: words.name(number), rows: words.rows(number) })} onClick={() => onOpen(number.id)}>{words.rows(number)}</button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
