import { InitialsAvatar } from '#renderer/ui/InitialsAvatar.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { LetterRuns } from './LetterRuns.tsx';
import classes from './log.module.css';
import { nameRuns, pinyinRuns } from './matched-letters.ts';
import type { PersonOption } from './people-options.ts';

interface NameOptionProps {
  option: Pick<PersonOption, 'name' | 'detail' | 'pinyin'>;
  typed: string;
  /** Said behind the name of someone on our side. */
  side?: string | undefined;
}

/** One found name: initials, the name with the letters that were matched, and what tells it from others. */
export function NameOption({ option, typed, side }: NameOptionProps) {
  return (
    <span className={classes['option']}>
      <InitialsAvatar name={option.name} size={28} />
      <span className={classes['optionWords']}>
        <span className={classes['optionName']}>
          <b><LetterRuns runs={nameRuns(option.name, typed)} /></b>
          {option.pinyin && <span className={classes['pinyin']} lang="zh-Latn"><LetterRuns runs={pinyinRuns(option.pinyin)} /></span>}
          {side !== undefined && <span className={classes['side']}>{side}</span>}
        </span>
        {option.detail && <span className={classes['optionDetail']}>{option.detail}</span>}
      </span>
      <span className={classes['optionKey']}><KeyHint keys={['Enter']} /></span>
    </span>
  );
}
