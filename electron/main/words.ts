import en from '#resources/locales/en/shell.json' with { type: 'json' };
import zhCN from '#resources/locales/zh-CN/shell.json' with { type: 'json' };

/** What menus, tray and dialogs say. */
export type ShellWords = typeof en;

const words: Readonly<Record<string, ShellWords>> = { en, 'zh-CN': zhCN };

/** @param language as in the settings; English when there are no words in it */
export function wordsOf(language: string): ShellWords {
  return words[language] ?? en;
}

/** The language until the settings are known. @param preferred tags of the system's languages, best first */
export function firstLanguage(preferred: readonly string[]): string {
  const known = preferred.find((tag) => /^(en|zh)\b/i.test(tag));
  return known?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
