import { describe, expect, it } from 'vitest';
import { isNetworkType, mountOf, parseLinuxMounts, parseMacMounts, readMounts } from '#core/db/mounts.ts';

const linux = parseLinuxMounts([
  '/dev/sda1 / ext4 rw 0 0',
  'server:/home /home nfs4 rw 0 0',
  '/dev/sdb1 /home/lin/my\\040disk fuseblk rw 0 0',
  'systemd-1 /mnt/share autofs rw 0 0',
  '//server/share /mnt/share cifs rw 0 0',
  '',
].join('\n'));

const mac = parseMacMounts([
  '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
  '/dev/disk5s1 on /Volumes/Backup on stick (exfat, local, nodev)',
  '//lin@server/Sales on /Volumes/Sales (smbfs, nodev, nosuid, mounted by lin)',
].join('\n'));

describe('the mount of a folder', () => {
  it.each([
    ['/var/lib', 'ext4'], ['/home/lin', 'nfs4'], ['/home', 'nfs4'], ['/homes', 'ext4'], ['/home/lin/my disk/books', 'fuseblk'], ['/mnt/share/b', 'cifs'],
  ])('of Linux, %s, is the innermost one, the last where two lie at one place', (dir, type) => expect(mountOf(dir, linux)?.type).toBe(type));

  it.each([['/Users/lin', 'apfs'], ['/Volumes/Backup on stick/b', 'exfat'], ['/Volumes/Sales/b', 'smbfs']])('of macOS, %s', (dir, type) => expect(mountOf(dir, mac)?.type).toBe(type));

  it('is none where nothing is known', () => {
    expect(mountOf('/home', [])).toBeNull();
    expect(readMounts('win32')).toEqual([]);
  });

  it('of this computer is found', () => {
    if (process.platform === 'linux') expect(mountOf('/', readMounts())).not.toBeNull();
  });
});

describe('a file system', () => {
  it.each(['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'afpfs', '9p', 'ceph', 'webdav', 'davfs', 'fuse.sshfs', 'fuse.rclone', 'fuse', 'macfuse'])('%s may lie on another computer', (type) => {
    expect(isNetworkType(type)).toBe(true);
  });

  it.each(['ext4', 'btrfs', 'xfs', 'apfs', 'hfs', 'exfat', 'msdos', 'overlay', 'tmpfs', 'virtiofs', 'fuseblk', 'fuse.gocryptfs', 'fuse.ntfs-3g'])('%s lies on this one', (type) => {
    expect(isNetworkType(type)).toBe(false);
  });
});
