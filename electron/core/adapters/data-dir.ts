import { isAbsolute, join } from 'node:path';

/** What the place of local data depends on; `process` has it all. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** The user's home folder, absolute. */
  home: string;
}

/**
 * Where Ballast keeps books, backups and settings on this computer: local application data, which no system roams or
 * syncs. `BALLAST_DATA_DIR` (an absolute path) takes its place.
 * @throws Error when `BALLAST_DATA_DIR` is not absolute
 */
export function localDataDir(machine: Machine): string {
  const { platform, env, home } = machine;
  const chosen = env['BALLAST_DATA_DIR'];
  if (chosen) {
    if (!isAbsolute(chosen)) throw new Error('BALLAST_DATA_DIR must be an absolute path');
    return chosen;
  }
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Ballast');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Ballast');
  const xdg = env['XDG_DATA_HOME'];
  return join(xdg && isAbsolute(xdg) ? xdg : join(home, '.local', 'share'), 'ballast');
}
