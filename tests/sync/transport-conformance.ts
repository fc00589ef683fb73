import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from '#core/sync/bundle.ts';
import type { Transport } from '#core/sync/transports/transport.ts';
import { bundleName, type BundleName } from '#shared/domain/sync/bundle-name.ts';

export const CHAIN = '01937000-0000-7000-8000-00000000000a';

export function madeBundle(seq: number, words = `bundle ${seq}`): { name: BundleName; bytes: Uint8Array } {
  const bytes = Buffer.from(words);
  return { name: bundleName(CHAIN, seq, hashOf(bytes)), bytes };
}

/** What every place for bundles has to do; each transport is put through it. */
export function describeTransport(kind: string, make: () => { transport: Transport; dispose: () => void }): void {
  describe(`${kind} as a place for bundles`, () => {
    let made: ReturnType<typeof make>;
    beforeEach(() => { made = make(); });
    afterEach(() => made.dispose());

    it('is empty at first', async () => {
      expect(await made.transport.list()).toEqual([]);
      expect(await made.transport.read(madeBundle(1).name, 1_000)).toBeNull();
    });

    it('gives back what was put there, in the order of names', async () => {
      const [one, two] = [madeBundle(1), madeBundle(2)];
      await made.transport.put(two.name, two.bytes);
      await made.transport.put(one.name, one.bytes);
      expect(await made.transport.list()).toEqual([one.name, two.name]);
      expect(Buffer.from(await made.transport.read(one.name, 1_000) ?? []).toString()).toBe('bundle 1');
    });

    it('never changes what is there', async () => {
      const { name, bytes } = madeBundle(1);
      await made.transport.put(name, bytes);
      await made.transport.put(name, Buffer.from('something else'));
      expect(Buffer.from(await made.transport.read(name, 1_000) ?? []).toString()).toBe('bundle 1');
      expect(await made.transport.list()).toHaveLength(1);
    });

    it('hands over nothing that is larger than is asked for', async () => {
      const { name, bytes } = madeBundle(1);
      await made.transport.put(name, bytes);
      expect(await made.transport.read(name, bytes.length - 1)).toBeNull();
      expect(await made.transport.read(name, bytes.length)).not.toBeNull();
    });
  });
}
