import type { LetterRun } from './matched-letters.ts';
import classes from './log.module.css';

/** Letters with the matched ones underlined. */
export function LetterRuns({ runs }: { runs: LetterRun[] }) {
  return runs.map((run, index) => (run.hit ? <mark key={index} className={classes['hit']}>{run.text}</mark> : <span key={index}>{run.text}</span>));
}
