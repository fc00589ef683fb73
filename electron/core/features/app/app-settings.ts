import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { appSettingsSchema, type AppSettings } from '#shared/domain/book/model.ts';

const recentSchema = z.object({ path: z.string(), title: z.string(), openedAt: z.number() });
// Files of earlier programs lack what came later.
const fileSchema = appSettingsSchema.extend({ startAtLogin: z.boolean().default(false), stayInTray: z.boolean().default(false), recent: z.array(recentSchema) });
type SettingsFile = z.infer<typeof fileSchema>;
export type RecentBook = z.infer<typeof recentSchema>;

const RECENT = 8;

/** What this computer remembers outside any book: language, theme, how the program stays at work, recent books. */
export class AppSettingsFile {
  readonly #path: string;
  #value: SettingsFile;

  constructor(dataDir: string) {
    this.#path = join(dataDir, 'settings.json');
    this.#value = this.#read();
  }

  get settings(): AppSettings {
    const { recent: _, ...settings } = this.#value;
    return settings;
  }

  get recent(): RecentBook[] {
    return this.#value.recent;
  }

  save(patch: Partial<AppSettings>): AppSettings {
    this.#write({ ...this.#value, ...patch });
    return this.settings;
  }

  remember(book: RecentBook): void {
    this.#write({ ...this.#value, recent: [book, ...this.#value.recent.filter((one) => one.path !== book.path)].slice(0, RECENT) });
  }

  #read(): SettingsFile {
    try {
      return fileSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      // First start, or a damaged file: nothing in it is worth refusing to start for.
      const chinese = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh');
      return { language: chinese ? 'zh-CN' : 'en', theme: 'auto', startAtLogin: false, stayInTray: false, recent: [] };
    }
  }

  #write(value: SettingsFile): void {
    this.#value = value;
    mkdirSync(join(this.#path, '..'), { recursive: true });
    writeFileSync(`${this.#path}.new`, JSON.stringify(value, null, 1), { mode: 0o600 });
    renameSync(`${this.#path}.new`, this.#path);
  }
}
