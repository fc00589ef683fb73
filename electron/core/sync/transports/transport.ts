import type { BundleName } from '#shared/domain/sync/bundle-name.ts';

/** A place that holds bundles for several books. What is there once never changes. */
export interface Transport {
  /** The bundles that are there, strangers left out, in the order of their names. @throws CodedError when it cannot be looked at */
  list(): Promise<BundleName[]>;
  /** @returns null for what is not there, is no file, or is larger than `maxBytes` */
  read(bundle: BundleName, maxBytes: number): Promise<Uint8Array | null>;
  /** Whole or not at all, and safe from a power cut when it returns. One that is there already is left as it is. */
  put(bundle: BundleName, bytes: Uint8Array): Promise<void>;
}
