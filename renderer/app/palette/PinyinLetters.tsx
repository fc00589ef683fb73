import type { NameHit } from '#shared/contract/people.ts';
import classes from './Palette.module.css';

/** The syllables a name was found by, the typed letters marked. */
export function PinyinLetters({ runs }: { runs: NonNullable<NameHit['pinyin']> }) {
  return (
    <span className={classes['pinyin']} lang="zh-Latn">
      {runs.map(([syllable, typed], index) => <span key={index}><b>{syllable.slice(0, typed)}</b>{syllable.slice(typed)} </span>)}
    </span>
  );
}
