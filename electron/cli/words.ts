import enCli from '#resources/locales/en/cli.json' with { type: 'json' };
import enErrors from '#resources/locales/en/errors.json' with { type: 'json' };
import zhCli from '#resources/locales/zh-CN/cli.json' with { type: 'json' };
import zhErrors from '#resources/locales/zh-CN/errors.json' with { type: 'json' };

/** What the command line says, in one language. */
export interface Words {
  cli: typeof enCli;
  /** Titles and advice by error code. */
  errors: typeof enErrors;
}

/** The language of the terminal's locale, English where it is none of ours. */
export function wordsFor(env: Readonly<Record<string, string | undefined>>): Words {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('zh') ? { cli: zhCli, errors: zhErrors } : { cli: enCli, errors: enErrors };
}

/** Puts values into the `{{names}}` of a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}
