import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './project.ts';

const packageDir = join(root, 'node_modules', 'electron');
const missedStamp = join(root, '.cache', 'electron-missed');
const retryAfterMs = 24 * 3_600_000;

/** Path of the Electron program as its package would find it, without fetching anything; null when it is not there. */
export function installedElectron(env: Record<string, string | undefined> = process.env, dir = packageDir): string | null {
  const pathFile = join(dir, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : '';
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const program = override ? join(override, name || 'electron') : name ? join(dir, 'dist', name) : null;
  return program && existsSync(program) ? program : null;
}

function download(limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(packageDir, 'install.js')], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.on('error', () => resolve(false));
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

/**
 * The Electron program, fetched when missing and reachable. A fetch that failed is not tried again for a day, so that a
 * machine without the network starts at once.
 * @param limitMs time that the fetch may take
 * @param now milliseconds since 1970
 * @param onDownload called before a fetch begins
 */
export async function obtainElectron(limitMs: number, onDownload: () => void, again: boolean, now = Date.now()): Promise<string | null> {
  const present = installedElectron();
  if (present || !existsSync(join(packageDir, 'install.js'))) return present;
  const missedAt = statSync(missedStamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (!again && now - missedAt < retryAfterMs) return null;
  onDownload();
  if (await download(limitMs)) {
    rmSync(missedStamp, { force: true });
    return installedElectron();
  }
  mkdirSync(dirname(missedStamp), { recursive: true });
  writeFileSync(missedStamp, '');
  return null;
}
