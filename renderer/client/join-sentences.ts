import type { FormatLanguage } from '#shared/kernel/format-number.ts';

/** Sentences one behind the other: Chinese ones end in a mark that has its own space. */
export const joinSentences = (sentences: readonly string[], language: FormatLanguage): string => sentences.join(language === 'zh-CN' ? '' : ' ');
