import { gunzipSync, gzipSync } from 'node:zlib';
import { unpackBundle } from '#core/sync/bundle.ts';

/** A bundle as the first format wrote it: a line of JSON for the head and one for each transaction. */
export async function formatOneText(bytes: Uint8Array): Promise<string> {
  if (!gunzipSync(bytes).toString().includes('"format":2')) return gunzipSync(bytes).toString();
  const { head, steps, stamps } = await unpackBundle(bytes, Number.MAX_SAFE_INTEGER);
  const lines = stamps.map(({ step, device, clock, changes }) => [step, device, clock, changes.map(({ shape: { table, op, fields }, key, values }) =>
    [table, key, op, op > 2 ? null : Object.fromEntries(fields.map((field, at) => [field, values[at]]))])]);
  return [{ ...head, format: 1, steps }, ...lines].map((line) => JSON.stringify(line)).join('\n');
}

export const formatOneBytes = (text: string): Buffer => gzipSync(text);
