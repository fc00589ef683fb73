import { useTranslation } from 'react-i18next';
import { keepsBack } from '#shared/domain/document/presented.ts';
import type { SectionKind } from '#shared/domain/review/record.ts';
import type { ReviewView } from './api.ts';
import { CommentaryCard } from './CommentaryCard.tsx';
import { ItemsCard } from './ItemsCard.tsx';
import { NumbersCard } from './NumbersCard.tsx';
import { PageView } from './PageView.tsx';
import { RatingCard } from './RatingCard.tsx';
import { linesOf, numbersOn, ownNumbers, sectionOfPage } from './record-view-model.ts';
import type { Owners } from './use-owners.ts';
import type { useReviewWrites } from './use-review-writes.ts';
import classes from './record.module.css';

interface SectionDeskProps {
  view: ReviewView;
  section: SectionKind | null;
  /** Position of its page. */
  at: number;
  writes: ReturnType<typeof useReviewWrites>;
  owners: Owners;
  onNumber: (id: string) => void;
  onSection: (section: SectionKind | null) => void;
}

/** The page of a section with all that is written on it or said to it, and the other pages small below. */
export function SectionDesk({ view, section, at, writes, owners, onNumber, onSection }: SectionDeskProps) {
  const { t } = useTranslation('review');
  const { head, deck, items, sections } = view;
  const frozen = head.frozenAt !== null;
  const page = deck.pages[at];
  const numbers = numbersOn(page, view.numbers);
  const commentary = sections.find(({ kind }) => kind === section)?.commentary ?? '';
  return (
    <div className={classes['middle']} role="region" aria-label={t('desk')} tabIndex={0}>
      <div className={classes['paper']}><PageView deck={deck} at={at} onNumber={onNumber} /></div>
      {page?.kind === 'content' && page.internal === true && <p className={classes['when']}>{t('page.internal')}</p>}
      {page?.kind === 'content' && page.open === true && <p className={classes['when']}>{t('page.open')}</p>}
      {keepsBack(page) && <p className={classes['when']}>{t('page.keepsBack')}</p>}
      {linesOf(section).map((kind) => (
        <ItemsCard
          key={kind} kind={kind} items={items.filter((item) => item.kind === kind)} readOnly={frozen && kind !== 'decision' && kind !== 'action'} owners={owners}
          onAdd={writes.addItem} onRemove={(item) => void writes.removeItem(item)} onMove={(item, place) => void writes.moveItem(item, place)}
        />
      ))}
      {section === 'actions' && <RatingCard key={head.ratingNote} rating={head.rating} note={head.ratingNote} onRate={(rating, note) => void writes.rate(rating, note)} />}
      {section !== null && <CommentaryCard key={section} text={commentary} frozen={frozen} numbers={numbers.length} onSave={(text) => writes.comment(section, text)} />}
      <NumbersCard numbers={ownNumbers(numbers, view.window.from)} currency={view.currency} onOpen={onNumber} />
      <ul className={classes['strip']} aria-label={t('strip')}>
        {deck.pages.map((each, place) => {
          const kind = sectionOfPage(each);
          return (
            <li key={kind ?? 'cover'}>
              <div aria-hidden="true" inert><PageView deck={deck} at={place} /></div>
              <button type="button" aria-current={place === at ? 'page' : undefined} onClick={() => onSection(kind)} aria-label={t('toPage', { page: place + 1, section: t(`section.${kind ?? 'cover'}`) })} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
