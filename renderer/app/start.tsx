import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/dropzone/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '#renderer/ui/global.css';
import { RouterProvider } from '@tanstack/react-router';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { connect } from '#renderer/client/connect.ts';
import { pageNonce } from '#renderer/client/page-nonce.ts';
import { prefetchAccounts } from '#renderer/features/accounts/api.ts';
import { prefetchToday } from '#renderer/features/today/api.ts';
import { guessLanguage, startI18n } from './i18n.ts';
import { Look, Providers } from './Providers.tsx';
import { createQueryClient } from './query-client.ts';
import { createAppRouter } from './router.tsx';
import { StartProblem } from './StartProblem.tsx';

async function connected(nonce: string): Promise<ReactNode> {
  const client = await connect();
  const queries = createQueryClient();
  const api = createTanstackQueryUtils(client.api);
  const router = createAppRouter();
  // The code of the first screen and its first figures come while the rest gets ready.
  void router.load();
  const { settings, book } = await queries.fetchQuery(api.app.state.queryOptions());
  const screen = router.state.location.pathname;
  if (book && screen === '/accounts') void prefetchAccounts(queries, api);
  if (book && screen === '/today') void prefetchToday(queries, api);
  await startI18n(settings.language);
  return (
    <Providers client={client} queries={queries} nonce={nonce} scheme={settings.theme}>
      <RouterProvider router={router} />
    </Providers>
  );
}

/** Draws the program, or why it cannot be reached. */
export async function start(): Promise<void> {
  const element = document.getElementById('root');
  if (!element) throw new Error('the page has no root');
  const nonce = pageNonce();
  // react-remove-scroll reads the nonce of its style element from here.
  Object.assign(globalThis, { __webpack_nonce__: nonce });
  const root = createRoot(element);
  try {
    root.render(<StrictMode>{await connected(nonce)}</StrictMode>);
  } catch (error) {
    await startI18n(guessLanguage(navigator.languages));
    root.render(<Look scheme="auto" nonce={nonce}><StartProblem error={error} /></Look>);
  }
}
