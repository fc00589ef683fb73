import type { Deck } from '#shared/domain/document/model.ts';
import { isPresented, placeWhenPresented } from '#shared/domain/document/presented.ts';
import { PageBlock } from './PageBlock.tsx';
import classes from './page.module.css';

interface PageViewProps {
  deck: Deck;
  /** Position of the page in the deck. */
  at: number;
  onNumber?: (id: string) => void;
}

/** A page of a deck at 16:9, as large as its place; always light, as on paper. */
export function PageView({ deck, at, onNumber }: PageViewProps) {
  const page = deck.pages[at];
  if (!page) return null;
  return (
    <div className={classes['frame']} lang={deck.language}>
      {page.kind === 'cover' ? (
        <div className={classes['page']}>
          <h2 className={classes['cover']}>{page.title}</h2>
          {page.alias !== null && <p>{page.alias}</p>}
          <p className={classes['subtitle']}>{page.subtitle}</p>
          <p>{page.period}</p>
          <ol className={classes['summary']}>{page.summary.map(({ page: no, text }) => <li key={no}><span>{no}</span>{text}</li>)}</ol>
          <div className={classes['foot']}><span>{page.prepared}</span></div>
        </div>
      ) : (
        <div className={classes['page']}>
          <h2>{page.headline}</h2>
          <p>{page.explanation}</p>
          <div className={classes['blocks']} data-count={page.blocks.length} data-first={page.blocks[0]?.kind}>
            {page.blocks.map((block, place) => <PageBlock key={place} block={block} language={deck.language} onNumber={onNumber} />)}
          </div>
          <div className={classes['foot']}>
            <span>{[page.source, ...page.notes, ...(page.internalNotes ?? [])].join(' · ')}</span>
            <span>{!isPresented(page) ? deck.account : `${deck.account} · ${placeWhenPresented(deck, at) + 1}`}</span>
          </div>
        </div>
      )}
    </div>
  );
}
