import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#shared/contract/search.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { IconName } from '#renderer/ui/icon-paths.ts';
import { InitialsAvatar } from '#renderer/ui/InitialsAvatar.tsx';
import { MarkedText } from './MarkedText.tsx';
import { PinyinLetters } from './PinyinLetters.tsx';
import classes from './Palette.module.css';

const ICONS: Readonly<Record<Exclude<SearchHit['kind'], 'person'>, IconName>> = { account: 'accounts', interaction: 'meeting', order: 'order', task: 'task' };

/** What was found, what stands around it, and where and when it belongs. */
export function HitEntry({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { kind, title, formerName, snippet, pinyin } = hit;
  const day = hit.day === null ? '' : format.day(hit.day);
  const when = hit.at === null ? (kind === 'task' && day !== '' ? t('palette.due', { day }) : day) : format.day(format.dayOf(hit.at));
  const unnamed = title.text === '' ? t('palette.order') : null;
  return (
    <>
      {kind === 'person' ? <InitialsAvatar name={title.text} size={22} /> : <Icon name={ICONS[kind]} size={16} className={classes['icon']} />}
      <span className={classes['words']}>
        <span className={classes['name']}>{unnamed ?? <MarkedText {...title} />}</span>
        {formerName && <small className={classes['former']}>{t('palette.formerly')} <MarkedText {...formerName} /></small>}
        {pinyin && <PinyinLetters runs={pinyin} />}
        {snippet && <small className={classes['snippet']}><MarkedText {...snippet} /></small>}
      </span>
      {hit.detail && <span className={classes['detail']}>{hit.detail}</span>}
      {when !== '' && <span className={classes['when']}>{when}</span>}
    </>
  );
}
