import { Button, Group, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { useAppState } from '#renderer/client/use-app-state.ts';
import { useChoosePlace } from '#renderer/client/use-choose-place.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { BookProblem } from './BookProblem.tsx';
import classes from './book.module.css';

/** Opens a book of before, or one by its path. */
export function OpenBookForm({ onDone }: { onDone?: () => void }) {
  const { t } = useTranslation('app');
  const api = useApi();
  const format = useFormat();
  const { recent, book, problem } = useAppState();
  const [path, setPath] = useState('');
  const open = useMutation(api.book.open.mutationOptions({ onSuccess: () => onDone?.() }));
  const choose = useChoosePlace('book', (chosen) => {
    setPath(chosen);
    open.mutate({ path: chosen });
  });
  const others = recent.filter((one) => one.path !== book?.path);

  return (
    <Stack gap="md">
      {others.length === 0
        ? <EmptyState icon="book" text={t('book.noRecent')} compact />
        : (
          <ul className={classes['recent']} aria-label={t('book.recent')}>
            {others.map((one) => (
              <li key={one.path}>
                <UnstyledButton className={classes['recentBook']} onClick={() => open.mutate({ path: one.path })} disabled={open.isPending}>
                  <Icon name="book" size={16} />
                  <span className={classes['recentWords']}><b>{one.title}</b><small title={one.path}>{one.path}</small></span>
                  <span className={classes['meta']}>{format.ago(one.openedAt)}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        )}
      <form onSubmit={(event) => { event.preventDefault(); open.mutate({ path: path.trim() }); }}>
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput label={t('book.path')} placeholder={t('book.pathHint')} value={path} onChange={(event) => setPath(event.currentTarget.value)} className={classes['grow'] ?? ''} spellCheck={false} />
          {choose && <Button onClick={choose} disabled={open.isPending}>{t('choose')}</Button>}
          <Button type="submit" loading={open.isPending} disabled={path.trim() === ''}>{t('open')}</Button>
        </Group>
      </form>
      {problem && open.isIdle && <BookProblem error={problem} path={recent[0]?.path ?? null} onOpened={onDone} />}
      {open.error && <BookProblem error={open.error} path={open.variables.path} onOpened={onDone} onRetry={() => open.mutate(open.variables)} />}
    </Stack>
  );
}
