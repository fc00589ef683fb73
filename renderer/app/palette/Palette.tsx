import { Spotlight } from '@mantine/spotlight';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#shared/contract/search.ts';
import { useApi } from '#renderer/client/use-api.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { HitEntry } from './HitEntry.tsx';
import { hitPlace } from './hit-place.ts';
import { matchCommands } from './match-command.ts';
import { paletteStore, selectFirst } from './palette-store.ts';
import { useCommands } from './use-commands.ts';
import classes from './Palette.module.css';

/** Hits shown of each kind. */
const HITS = 5;
/** How soon (ms) to ask again while the core still reads what was written lately. */
const ASK_AGAIN = 700;

const NOTHING = { groups: [], behind: false };

/** Ctrl K: everything in the book by its words, names by pinyin and initials too (the core does the finding), and every command. */
export function Palette() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const api = useApi();
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const asked = text.trim();
  const { data: found = NOTHING, isPlaceholderData, isPending } = useQuery(api.search.find.queryOptions({
    input: { text: asked, limit: HITS },
    enabled: opened && asked !== '',
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.behind ? ASK_AGAIN : false),
  }));
  const groups = asked === '' ? [] : found.groups;
  useEffect(() => {
    if (asked === '') return;
    selectFirst();
    // The list may be drawn a frame after the answer.
    const frame = requestAnimationFrame(selectFirst);
    return () => cancelAnimationFrame(frame);
  }, [asked, found]);
  const commands = matchCommands(useCommands(), asked);

  const open = (hit: SearchHit): void => {
    const { accountId, tab, row } = hitPlace(hit);
    void navigate({ to: '/accounts/$accountId/$tab', params: { accountId, tab }, search: row === undefined ? {} : { row } });
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
        {groups.map(({ kind, hits, more }) => (
          <Spotlight.ActionsGroup key={kind} label={t(`palette.group.${kind}`)}>
            {hits.map((hit) => <Spotlight.Action key={hit.id} onClick={() => open(hit)}><HitEntry hit={hit} /></Spotlight.Action>)}
            {more && <p className={classes['note']}>{t('palette.more', { count: hits.length })}</p>}
          </Spotlight.ActionsGroup>
        ))}
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
        {asked !== '' && groups.length === 0 && commands.length === 0 && !isPending && !isPlaceholderData && (
          <Spotlight.Empty>
            {t(found.behind ? 'palette.behind' : 'palette.nothing', { text: asked })}
            {!found.behind && <small className={classes['hint']}>{t('palette.nothingHint')}</small>}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
