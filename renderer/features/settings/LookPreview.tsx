import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Look } from '#shared/domain/document/look.ts';
import { themeOf } from '#shared/domain/document/theme.ts';
import classes from './settings.module.css';

const BARS = [[44, 58, 72], [62, 50, 88]] as const;

/** A slide in small, white in both themes as documents are. */
export function LookPreview({ look }: { look: Look }) {
  const { t } = useTranslation('settings');
  const theme = themeOf(look);
  const fills = ['#B9C3CA', '#FFFFFF', theme.accent];
  const style: CSSProperties = { fontFamily: `'${look.latin}', '${look.chinese}', sans-serif` };
  return (
    <figure className={classes['preview']}>
      <div className={classes['slide']} style={style} aria-hidden="true">
        <div className={classes['band']} style={{ background: theme.accent }} />
        <div className={classes['slideHead']}>
          <span className={classes['chip']} style={{ background: theme.accent, color: theme.onAccent }}>{t('looks.sample.label')}</span>
          {look.logo && <img className={classes['slideLogo']} alt="" src={`data:image/${look.logo.type};base64,${look.logo.data}`} />}
        </div>
        <b className={classes['slideTitle']}>{t('looks.sample.title')}</b>
        <svg className={classes['bars']} viewBox="0 0 200 100">
          {BARS.map((group, at) => group.map((height, no) => <rect key={`${at} ${no}`} x={at * 100 + 14 + no * 25} y={100 - height} width={23} height={height} fill={fills[no]} stroke={no === 1 ? theme.accent : undefined} />))}
        </svg>
        <span className={classes['slideFoot']}>{look.company}</span>
      </div>
      <figcaption className={classes['caption']}>{t(theme.accent === look.accent ? 'looks.preview' : 'looks.darkened')}</figcaption>
    </figure>
  );
}
