import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { isNetworkType, mountOf, readMounts } from './mounts.ts';

/** Folder names of programs that copy files behind our back: a half-copied WAL pair is a lost book. */
const SYNCED_FOLDERS: [name: string, pattern: RegExp][] = [
  ['OneDrive', /^onedrive(( - |-).+)?$/i],
  ['iCloud', /^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i],
  ['Dropbox', /^(.+ )?dropbox( \(.+\)|-.+)?$/i],
  ['Google Drive', /^(google ?drive|googledrive-.+|my drive|我的云端硬盘)$/i],
  ['坚果云', /^(坚果云|我的坚果云|nutstore( files)?)$/i],
  ['WPS', /^(wps云盘|wps ?cloud|wpsdrive|wps ?drive)$/i],
  ['百度网盘', /^(百度网盘|baidunetdisk.*|baidusyncdisk)$/i],
];

/** The sync program whose folder holds `path`, or null. */
export function syncedFolderOf(path: string): string | null {
  const parts = path.split(/[\\/]+/);
  for (const [name, pattern] of SYNCED_FOLDERS) if (parts.some((part) => pattern.test(part))) return name;
  return null;
}

/** Whether a path names another computer: `\\server\share`, also in the long form `\\?\UNC\server\share`. */
export function isNetworkPath(path: string): boolean {
  return /^(\\\\|\/\/)([^\\/?.]|[?.][\\/]UNC[\\/])/i.test(path);
}

function isNetworkMount(dir: string): boolean {
  const mount = mountOf(dir, readMounts());
  return mount !== null && isNetworkType(mount.type);
}

/**
 * Where a path leads through links; what does not exist yet lies where its folder does. The system's own answer also
 * names the share behind a drive letter of Windows.
 */
function realPlace(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPlace(parent), basename(path));
  }
}

/**
 * Refuses places where SQLite's locks or our writes cannot be trusted.
 * @throws CodedError `network-share` or `synced-folder`, with the path
 */
export function refusePlace(path: string): void {
  const given = resolve(path);
  // Before it is looked at: a server that does not answer is waited for.
  const network = new CodedError('network-share', { where: { path } });
  if (isNetworkPath(path)) throw network;
  const real = realPlace(given);
  const program = syncedFolderOf(given) ?? syncedFolderOf(real);
  if (program) throw new CodedError('synced-folder', { where: { path }, params: { program } });
  if (isNetworkPath(real) || isNetworkMount(dirname(real))) throw network;
}
