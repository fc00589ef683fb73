import { Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/client/use-format.ts';
import { usePressingCount } from '#renderer/features/today/api.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { palette } from '../palette/palette-store.ts';
import { BookMenu } from './BookMenu.tsx';
import { NavEntry } from './NavEntry.tsx';
import { RailFoot } from './RailFoot.tsx';
import { useOpenLog } from './use-open-log.ts';
import classes from './Rail.module.css';

/** The left rail; folded to icons with tooltips in narrow windows. */
export function Rail({ folded }: { folded: boolean }) {
  const { t } = useTranslation('app');
  const openLog = useOpenLog();
  const format = useFormat();
  const pressing = usePressingCount();
  const waiting = pressing ? { number: format.number(pressing), spoken: t('nav.pressing', { count: pressing }) } : undefined;
  return (
    <div className={classes['rail']} data-folded={folded || undefined}>
      <BookMenu folded={folded} />
      <Tooltip label={t('rail.search')} position="right" disabled={!folded}>
        <UnstyledButton className={classes['search']} onClick={palette.open} aria-label={folded ? t('rail.search') : undefined} aria-keyshortcuts="Control+K">
          <Icon name="search" size={15} />
          {!folded && <><span className={classes['grow']}>{t('rail.search')}</span><KeyHint keys={['Ctrl', 'K']} /></>}
        </UnstyledButton>
      </Tooltip>
      <Tooltip label={t('rail.log')} position="right" disabled={!folded}>
        <UnstyledButton className={classes['log']} onClick={openLog} aria-label={folded ? t('rail.log') : undefined} aria-keyshortcuts="Control+L">
          <Icon name="pencil" size={15} />
          {!folded && <><span className={classes['grow']}>{t('rail.log')}</span><KeyHint keys={['Ctrl', 'L']} inherit /></>}
        </UnstyledButton>
      </Tooltip>
      <div className={classes['entries']}>
        <NavEntry to="/today" icon="today" label={t('nav.today')} folded={folded} count={waiting} />
        <NavEntry to="/accounts" icon="accounts" label={t('nav.accounts')} folded={folded} />
        <div className={classes['line']} />
        <NavEntry to="/data" icon="data" label={t('nav.data')} folded={folded} />
        <NavEntry to="/settings" icon="settings" label={t('nav.settings')} folded={folded} />
      </div>
      <RailFoot folded={folded} />
    </div>
  );
}
