import { AppShell } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '#renderer/ui/use-narrow.ts';
import { ReminderCards } from '#renderer/features/reminders/ReminderCards.tsx';
import { Palette } from '../palette/Palette.tsx';
import { BookNotices } from './BookNotices.tsx';
import { JobCards } from './JobCards.tsx';
import { Rail } from './Rail.tsx';
import { ShellDialogs } from './ShellDialogs.tsx';
import { ToastHost } from './ToastHost.tsx';
import { useOpenReminder } from './use-open-reminder.ts';
import { useShellKeys } from './use-shell-keys.ts';
import classes from './Shell.module.css';

const RAIL = 220;
const FOLDED_RAIL = 60;

/** Rail and page of an open book, with everything that floats over them. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('app');
  const reviewing = useRouterState({ select: (state) => /\/reviews\/[^/]+$/.test(state.location.pathname) });
  // The desk of a review needs the room of the open rail.
  const narrow = useNarrow() || reviewing;
  const openReminder = useOpenReminder();
  useShellKeys();
  return (
    <>
      <a href="#content" className={classes['skip']} onClick={(event) => { event.preventDefault(); document.getElementById('content')?.focus(); }}>{t('skip')}</a>
      <AppShell navbar={{ width: narrow ? FOLDED_RAIL : RAIL, breakpoint: 0 }} withBorder={false} transitionDuration={0}>
        <AppShell.Navbar className={classes['rail']} aria-label={t('rail.label')}>
          <Rail folded={narrow} />
        </AppShell.Navbar>
        <AppShell.Main className={classes['main']}>
          <div className={classes['page']}>
            <BookNotices />
            <div id="content" tabIndex={-1} className={classes['content']}>{children}</div>
            <ReminderCards onOpen={openReminder} />
            <JobCards />
            <ToastHost />
          </div>
        </AppShell.Main>
      </AppShell>
      <Palette />
      <ShellDialogs />
    </>
  );
}
