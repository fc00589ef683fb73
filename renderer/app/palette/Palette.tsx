import { Spotlight } from '@mantine/spotlight';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NameHit } from '#shared/contract/people.ts';
import { useApi } from '#renderer/client/use-api.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { InitialsAvatar } from '#renderer/ui/InitialsAvatar.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { matchCommands } from './match-command.ts';
import { paletteStore, selectFirst } from './palette-store.ts';
import { PinyinLetters } from './PinyinLetters.tsx';
import { useCommands } from './use-commands.ts';
import classes from './Palette.module.css';

const HITS = 10;

const NOTHING: NameHit[] = [];

/** Ctrl K: accounts and people by name, pinyin or initials (the core does the finding), and every command. */
export function Palette() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const api = useApi();
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const asked = text.trim();
  const { data: found = NOTHING } = useQuery(api.people.find.queryOptions({
    input: { text: asked, kinds: ['account', 'person'], limit: HITS },
    enabled: opened && asked !== '',
    placeholderData: keepPreviousData,
  }));
  const hits = asked === '' ? [] : found;
  useEffect(() => {
    if (asked !== '') selectFirst();
  }, [asked, found]);
  const commands = matchCommands(useCommands(), asked);

  const open = (hit: NameHit): void => {
    const accountId = hit.kind === 'account' ? hit.id : hit.accountId;
    if (accountId) void navigate({ to: '/accounts/$accountId/$tab', params: { accountId, tab: hit.kind === 'account' ? 'overview' : 'people' } });
  };

  return (
    <Spotlight.Root
      store={paletteStore}
      query={text}
      onQueryChange={setText}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
      shortcut={null}
      // Gone at once: a palette that still fades away would stand in the way of the next Ctrl K.
      transitionProps={{ duration: 0 }}
      size={620}
      yOffset={88}
      radius="lg"
      scrollable
      maxHeight={440}
      overlayProps={{ color: 'transparent', backgroundOpacity: 1, blur: 0 }}
      classNames={{ overlay: classes['overlay'] ?? '', search: classes['search'] ?? '', actionsList: classes['list'] ?? '', action: classes['action'] ?? '', actionsGroup: classes['group'] ?? '' }}
    >
      <Spotlight.Search placeholder={t('palette.placeholder')} aria-label={t('palette.placeholder')} leftSection={<Icon name="search" size={16} />} />
      <Spotlight.ActionsList>
        {hits.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.names')}>
            {hits.map((hit) => (
              <Spotlight.Action key={`${hit.kind} ${hit.id}`} onClick={() => open(hit)}>
                {hit.kind === 'account' ? <Icon name="accounts" size={16} className={classes['icon']} /> : <InitialsAvatar name={hit.name} size={22} />}
                <span className={classes['name']}>{hit.name}</span>
                {hit.pinyin && <PinyinLetters runs={hit.pinyin} />}
                {hit.detail && <span className={classes['detail']}>{hit.detail}</span>}
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.commands')}>
            {commands.map((command) => (
              <Spotlight.Action key={command.id} onClick={command.run}>
                <Icon name={command.icon} size={16} className={classes['icon']} />
                <span className={classes['name']}>{command.label}</span>
                {command.keys && <span className={classes['keys']}><KeyHint keys={command.keys} /></span>}
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {hits.length === 0 && commands.length === 0 && <Spotlight.Empty>{t('palette.nothing', { text: asked })}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
