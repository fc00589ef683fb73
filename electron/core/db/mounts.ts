import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Mount {
  /** Absolute folder under which it is reached. */
  at: string;
  /** Name of the file system, such as `ext4`, `nfs4`, `smbfs`, `fuse.sshfs`. */
  type: string;
}

/** Octal escapes of blanks in the kernel's table. */
const unescape = (text: string): string => text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8)));

/** Reads Linux's `/proc/self/mounts`. */
export function parseLinuxMounts(table: string): Mount[] {
  return table.split('\n').flatMap((line) => {
    const [, at, type] = line.split(' ');
    return at && type ? [{ at: unescape(at), type }] : [];
  });
}

/** Reads what macOS's `mount` prints: `//a@server/share on /Volumes/share (smbfs, nodev)`. */
export function parseMacMounts(output: string): Mount[] {
  return output.split('\n').flatMap((line) => {
    const [, at, type] = /^.* on (\/.*) \((\w+)[,)]/.exec(line) ?? [];
    return at && type ? [{ at, type }] : [];
  });
}

/** The mount that a folder lies on: the innermost, and of several at one place the last. */
export function mountOf(dir: string, mounts: readonly Mount[]): Mount | null {
  const holding = mounts.filter(({ at }) => dir === at || dir.startsWith(at.endsWith('/') ? at : `${at}/`));
  return holding.reduce<Mount | null>((best, mount) => (best && best.at.length > mount.at.length ? best : mount), null);
}

/** FUSE mounts whose files are on this computer: disks of other systems, encrypted folders. */
const LOCAL_FUSE = /^fuse(blk|\.(exfat|ntfs(-3g)?|gocryptfs|cryfs|encfs|veracrypt|mergerfs|lxcfs|bindfs))$/;

const NETWORK = /^(nfs\d?|cifs|smb\w*|afp\w*|afs|9p|ceph|glusterfs|lustre|webdav|davfs|ftp|ncpfs|fuse.*|macfuse|osxfuse)$/;

/** Whether files of such a file system lie on another computer, or may: a FUSE mount that is not known counts as one. */
export const isNetworkType = (type: string): boolean => NETWORK.test(type) && !LOCAL_FUSE.test(type);

/** The mounts of this computer; none where the system keeps no such table. */
export function readMounts(platform: NodeJS.Platform = process.platform): Mount[] {
  try {
    if (platform === 'linux') return parseLinuxMounts(readFileSync('/proc/self/mounts', 'utf8'));
    if (platform === 'darwin') return parseMacMounts(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2_000 }));
  } catch {
    // Without the table nothing is known, and a book on this computer must open all the same.
  }
  return [];
}
