import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { BUNDLE_FORMAT, bundleFormatSchema, bundleHeadSchema, type AsideReason, type BundleHead, type SentStamp } from '#shared/domain/sync/model.ts';
import { isSentStamp } from '#shared/domain/sync/sent-stamp.ts';

/** Largest bundle that is read, packed and unpacked; what is written stays far below. */
export const MAX_BUNDLE_BYTES = 64 * 2 ** 20;

export interface Bundle {
  head: BundleHead;
  stamps: SentStamp[];
}

/** Why a bundle is left unread. */
export class AsideError extends Error {
  readonly reason: AsideReason;

  constructor(reason: AsideReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** One line of JSON for the head and one for each transaction, packed by gzip. */
export async function packBundle({ head, stamps }: Bundle): Promise<Uint8Array> {
  return pack([head, ...stamps].map((line) => JSON.stringify(line)).join('\n'));
}

/**
 * Reads what may be anybody's file; nothing in it is taken on trust.
 * @param schema the version of the book's own tables
 * @throws AsideError
 */
export async function unpackBundle(bytes: Uint8Array, schema: number): Promise<Bundle> {
  try {
    const [first = '', ...lines] = (await unpack(bytes, { maxOutputLength: MAX_BUNDLE_BYTES })).toString('utf8').split('\n');
    const said: unknown = JSON.parse(first);
    const format = bundleFormatSchema.parse(said);
    if (format.format > BUNDLE_FORMAT || format.schema > schema) throw new AsideError('newer');
    const head = bundleHeadSchema.parse(said);
    const stamps = lines.map((line) => {
      const stamp: unknown = JSON.parse(line);
      if (!isSentStamp(stamp) || stamp[0] >= head.steps.length || stamp[1] >= head.devices.length) throw new AsideError('damaged');
      return stamp;
    });
    return { head, stamps };
  } catch (error) {
    throw error instanceof AsideError ? error : new AsideError('damaged', error);
  }
}
