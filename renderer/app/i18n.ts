import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

const files = import.meta.glob<Record<string, unknown>>('../../resources/locales/*/*.json', { eager: true, import: 'default' });

/** Words of all languages: language → name of the file → keys. */
export function readLocales(loaded: Record<string, Record<string, unknown>>): Record<string, Record<string, Record<string, unknown>>> {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, words] of Object.entries(loaded)) {
    const [, language, namespace] = /\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
    if (language && namespace) (resources[language] ??= {})[namespace] = words;
  }
  return resources;
}

/** The language for a person whose settings cannot be read: Chinese of any kind, else English. */
export function guessLanguage(wanted: readonly string[]): 'en' | 'zh-CN' {
  const first = wanted.find((tag) => /^(en|zh)\b/i.test(tag));
  return first !== undefined && /^zh/i.test(first) ? 'zh-CN' : 'en';
}

/** Makes i18next ready in a language; the page's own language follows every change. */
export async function startI18n(language: string): Promise<void> {
  i18next.on('languageChanged', (now) => {
    document.documentElement.lang = now;
  });
  await i18next.use(initReactI18next).init({
    resources: readLocales(files),
    lng: language,
    fallbackLng: 'en',
    supportedLngs: ['en', 'zh-CN'],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    fallbackNS: 'common',
    returnNull: false,
  });
}
