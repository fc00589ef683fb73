import { copyFileSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceFor, saveDevice, type DeviceRecord } from '#core/db/device.ts';

let dir: string;
let path: string;
let ids: number;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-device-'));
  path = join(dir, 'book');
  writeFileSync(path, 'book');
  ids = 0;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const data = (): string => join(dir, 'data');
const ask = (arrival: number, book = 'b1', at = path): DeviceRecord => deviceFor(data(), book, at, arrival, () => `device-${ids += 1}`);

describe("this computer's identity for a book", () => {
  it('is made once, lies in a file of the owner alone and lasts while the book goes on', () => {
    expect(ask(5)).toMatchObject({ device: 'device-1', arrival: 5, backupArrival: 0, backupAt: null });
    expect(ask(5).device).toBe('device-1');
    expect(ask(9)).toMatchObject({ device: 'device-1', arrival: 9 });
    expect(statSync(join(data(), 'devices.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(data())).toEqual(['devices.json']);
  });

  it('is new for a book put back to an earlier state, and its backups do not count', () => {
    const first = ask(9);
    saveDevice(data(), 'b1', { ...first, backupArrival: 9, backupAt: 1 });
    expect(ask(9)).toMatchObject({ device: 'device-1', backupArrival: 9, backupAt: 1 });
    expect(ask(8)).toMatchObject({ device: 'device-2', arrival: 8, backupArrival: 0, backupAt: null });
  });

  it('is new for a copy of the file', () => {
    ask(5);
    copyFileSync(path, `${path}.copy`);
    renameSync(`${path}.copy`, path);
    expect(ask(5).device).toBe('device-2');
  });

  it('is kept for a book that was moved', () => {
    ask(5);
    renameSync(path, `${path}.moved`);
    expect(ask(5, 'b1', `${path}.moved`).device).toBe('device-1');
  });

  it('is one for each book, and writing one leaves the others', () => {
    ask(5);
    expect(ask(5, 'b2').device).toBe('device-2');
    expect(ask(6).device).toBe('device-1');
  });

  it.each(['', '{', '[]', '{"b1":{"device":1}}'])('is new when the file holds %j', (text) => {
    ask(5);
    writeFileSync(join(data(), 'devices.json'), text);
    expect(ask(5).device).toBe('device-2');
    expect(ask(5).device).toBe('device-2');
  });
});
