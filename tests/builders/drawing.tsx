import { readdirSync, readFileSync } from 'node:fs';
import { MantineProvider } from '@mantine/core';
import { createORPCClient } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createInstance } from 'i18next';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { ClientProvider, type Api } from '#renderer/client/api-context.tsx';
import type { Client } from '#renderer/client/types.ts';
import type { AppState } from '#renderer/client/use-app-state.ts';

const folder = new URL('../../resources/locales/', import.meta.url);

function wordsOf(language: string): Record<string, Record<string, unknown>> {
  const files = readdirSync(new URL(`${language}/`, folder)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(new URL(`${language}/${name}`, folder), 'utf8'))]));
}

const state: AppState = {
  version: '0', host: 'test', settings: { language: 'en', theme: 'light', startAtLogin: false, stayInTray: false }, offers: [], recent: [], problem: null,
  book: {
    bookId: 'b1', path: '', title: 'Northwind', timeZone: 'Asia/Shanghai', currency: 'USD', me: { id: 'c1', name: '林晓彤' }, readOnly: null, clock: 'ok', healthy: true,
    lastBackupAt: null, backupFailed: false, today: '2026-11-23',
  },
};

/** Drawing components to text, without a browser: their words and figures, not their behaviour. */
export interface Drawing {
  /** Puts an answer of the core in place before drawing. */
  know(answer: (api: Api) => { key: readonly unknown[]; data: unknown }): void;
  html(element: ReactNode): string;
  /** What a person reads, runs of white space as one. */
  text(element: ReactNode): string;
  /** Keys that were asked for and have no words. */
  missing: string[];
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** Text of markup; tags part words, as blocks and cells do on the screen. */
const readable = (html: string): string => html.replaceAll(/<(style|script)[^>]*>.*?<\/\1>/gs, '').replaceAll(/<[^>]+>/g, ' ')
  .replaceAll(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => ENTITIES[name] ?? '').replaceAll(/\s+/g, ' ').trim();

const refuse = () => Promise.reject(new Error('nothing is called while drawing'));

/**
 * A book of Monday 23 November 2026 in dollars, seen in one language.
 * @param client the core, for handlers that call it; without one every call fails
 */
export async function createDrawing(language: 'en' | 'zh-CN', client: Client = { api: createORPCClient({ call: refuse }), upload: refuse }): Promise<Drawing> {
  const missing: string[] = [];
  const words = createInstance();
  await words.use(initReactI18next).init({
    lng: language, fallbackLng: false, resources: { [language]: wordsOf(language) }, defaultNS: 'common', fallbackNS: 'common', interpolation: { escapeValue: false },
    saveMissing: true, missingKeyHandler: (_, namespace, key) => void missing.push(`${namespace}:${key}`),
  });
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const api = createTanstackQueryUtils(client.api);
  queries.setQueryData(api.app.state.queryKey(), { ...state, settings: { ...state.settings, language } });
  const html = (element: ReactNode): string => renderToStaticMarkup(
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={queries}>
        <ClientProvider client={client}>
          <MantineProvider env="test">{element}</MantineProvider>
        </ClientProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  );
  return {
    know: (answer) => {
      const { key, data } = answer(api);
      queries.setQueryData(key, data);
    },
    html,
    text: (element) => readable(html(element)),
    missing,
  };
}
