import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/client/use-api.ts';
import { useBook } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { BrandMark } from '#renderer/ui/BrandMark.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { dialogStore } from '../dialog-store.ts';
import classes from './Rail.module.css';

/** The program's name, the book's title, and what can be done with books. */
export function BookMenu({ folded }: { folded: boolean }) {
  const { t } = useTranslation('app');
  const book = useBook();
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();
  const [opened, setOpened] = useState(false);
  const close = () => client.api.book.close().catch((error: unknown) => steps.say(errorText(error).title));
  return (
    <Menu position="bottom-start" width={220} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <UnstyledButton className={classes['brand']} aria-label={folded ? t('bookMenu.label', { title: book.title }) : undefined}>
          <Tooltip label={book.title} position="right" disabled={!folded || opened}><span><BrandMark /></span></Tooltip>
          {!folded && (
            <>
              <span className={classes['brandWords']}><b>{t('name')}</b><small>{book.title}</small></span>
              <Icon name="chevronDown" size={14} />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="folder" size={15} />} onClick={() => dialogStore.set({ kind: 'open-book' })}>{t('bookMenu.open')}</Menu.Item>
        <Menu.Item leftSection={<Icon name="plus" size={15} />} onClick={() => dialogStore.set({ kind: 'new-book' })}>{t('bookMenu.new')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="close" size={15} />} onClick={() => void close()}>{t('bookMenu.close')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
