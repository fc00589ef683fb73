/** What the name of a bundle's file says of it. */
export interface BundleName {
  file: string;
  /** The chain of bundles that one book writes one behind the other. */
  chain: string;
  /** From 1. */
  seq: number;
  /** SHA-256 of the file, hex: a file that a copying program has only in part is told from a whole one. */
  hash: string;
}

const PATTERN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{8})\.([0-9a-f]{64})\.ballast-sync$/;

/** @returns null for a file of somebody else's */
export function readBundleName(file: string): BundleName | null {
  const [, chain, seq, hash] = PATTERN.exec(file) ?? [];
  return chain !== undefined && seq !== undefined && hash !== undefined && Number(seq) > 0 ? { file, chain, seq: Number(seq), hash } : null;
}

export function bundleName(chain: string, seq: number, hash: string): BundleName {
  return { file: `${chain}.${String(seq).padStart(8, '0')}.${hash}.ballast-sync`, chain, seq, hash };
}
