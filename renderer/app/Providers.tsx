import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientProvider, useSession } from '#renderer/client/api-context.tsx';
import type { Client } from '#renderer/client/types.ts';
import { useAppState, type AppState } from '#renderer/client/use-app-state.ts';
import { watchTopics } from '#renderer/client/watch-topics.ts';
import { cssVariablesResolver } from '#renderer/ui/css-variables-resolver.ts';
import { theme } from '#renderer/ui/theme.ts';
import { settingsColorScheme } from './color-scheme.ts';
import { connectionStore } from './connection-store.ts';
import { followTopics } from './topics.ts';

/** Colours and type of the interface. @param scheme the setting at the start; later changes are followed by `SettingsFollower` */
export function Look({ scheme, nonce, children }: { scheme: AppState['settings']['theme']; nonce: string; children: ReactNode }) {
  const [manager] = useState(() => settingsColorScheme(scheme));
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} colorSchemeManager={manager} defaultColorScheme={scheme} getStyleNonce={() => nonce}>
      {children}
    </MantineProvider>
  );
}

function SettingsFollower({ children }: { children: ReactNode }) {
  const { settings } = useAppState();
  const { setColorScheme } = useMantineColorScheme();
  const { i18n } = useTranslation();
  useEffect(() => setColorScheme(settings.theme), [settings.theme, setColorScheme]);
  useEffect(() => {
    if (i18n.language !== settings.language) void i18n.changeLanguage(settings.language);
  }, [settings.language, i18n]);
  return children;
}

function TopicFollower({ queries }: { queries: QueryClient }) {
  const { client, api } = useSession();
  useEffect(() => {
    const follow = followTopics(queries, api);
    return watchTopics(client, {
      onTopic: (topic) => void follow(topic),
      onOpen(again) {
        connectionStore.set(true);
        // Whatever was missed meanwhile, another book among it.
        if (again) void follow({ topic: 'book' });
      },
      onLost: () => connectionStore.set(false),
    });
  }, [client, api, queries]);
  return null;
}

export interface ProvidersProps {
  client: Client;
  queries: QueryClient;
  nonce: string;
  scheme: AppState['settings']['theme'];
  children: ReactNode;
}

/** Everything that screens take for granted: connection, queries, words, look. */
export function Providers({ client, queries, nonce, scheme, children }: ProvidersProps) {
  return (
    <QueryClientProvider client={queries}>
      <ClientProvider client={client}>
        <TopicFollower queries={queries} />
        <Look scheme={scheme} nonce={nonce}>
          <SettingsFollower>{children}</SettingsFollower>
        </Look>
      </ClientProvider>
    </QueryClientProvider>
  );
}
