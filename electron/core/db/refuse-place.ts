import { realpathSync, statfsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CodedError } from '#shared/kernel/coded-error.ts';

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

/** Linux file system types of network mounts: NFS, SMB, SMB2, CIFS, AFS, 9P, Ceph, FUSE (sshfs, davfs and the like). */
const NETWORK_TYPES = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x5346414f, 0x01021997, 0x00c36400, 0x65735546]);

/** The sync program whose folder holds `path`, or null. */
export function syncedFolderOf(path: string): string | null {
  const parts = path.split(/[\\/]+/);
  for (const [name, pattern] of SYNCED_FOLDERS) if (parts.some((part) => pattern.test(part))) return name;
  return null;
}

export function isNetworkPath(path: string): boolean {
  return /^(\\\\|\/\/)[^\\/?.]/.test(path);
}

function isNetworkMount(dir: string): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return NETWORK_TYPES.has(statfsSync(dir).type);
  } catch {
    // The folder does not exist yet: its parent decides, and the root always exists.
    const parent = dirname(dir);
    return parent !== dir && isNetworkMount(parent);
  }
}

/** Where a path leads through links; what does not exist yet lies where its folder does. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
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
  const program = syncedFolderOf(resolve(path)) ?? syncedFolderOf(realPlace(resolve(path)));
  if (program) throw new CodedError('synced-folder', { where: { path }, params: { program } });
  if (isNetworkPath(path) || isNetworkMount(dirname(resolve(path)))) throw new CodedError('network-share', { where: { path } });
}
