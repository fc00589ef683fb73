import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { readBody, writeBody } from '#shared/domain/sync/bundle-body.ts';
import { readFormatOne } from '#shared/domain/sync/format-one.ts';
import { BUNDLE_FORMAT, bundleFormatSchema, bundleHeadSchema, type AsideReason, type BundleHead, type SentStamp, type SentStep } from '#shared/domain/sync/model.ts';

/** Largest bundle that is read, packed and unpacked; what is written stays far below. */
export const MAX_BUNDLE_BYTES = 64 * 2 ** 20;

export interface Bundle {
  head: BundleHead;
  steps: SentStep[];
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

/** What a higher level saves is little, and takes as long as all the rest of sending. */
const LEVEL = 4;

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A line of JSON for the head, one for all that it is the head of, packed by gzip. */
export async function packBundle({ head, steps, stamps }: Bundle): Promise<Uint8Array> {
  return pack(`${JSON.stringify(head)}\n${JSON.stringify(writeBody(steps, stamps))}`, { level: LEVEL });
}

/**
 * Reads what may be anybody's file, of this format or the one before it; nothing in it is taken on trust.
 * @param schema the version of the book's own tables
 * @throws AsideError
 */
export async function unpackBundle(bytes: Uint8Array, schema: number): Promise<Bundle> {
  try {
    const [first = '', ...lines] = (await unpack(bytes, { maxOutputLength: MAX_BUNDLE_BYTES })).toString('utf8').split('\n');
    const said: unknown = JSON.parse(first);
    const format = bundleFormatSchema.parse(said);
    if (format.format > BUNDLE_FORMAT || format.schema > schema) throw new AsideError('newer');
    if (format.format < BUNDLE_FORMAT) return readFormatOne(said, lines);
    const head = bundleHeadSchema.parse(said);
    const [body = '', ...more] = lines;
    if (more.length > 0) throw new AsideError('damaged');
    return { head, ...readBody(JSON.parse(body), head.devices.length) };
  } catch (error) {
    throw error instanceof AsideError ? error : new AsideError('damaged', error);
  }
}
