export interface PictureSize {
  type: 'png' | 'jpeg';
  /** Pixels. */
  width: number;
  height: number;
}

/** More than any screen needs; what claims to be larger is no logo. */
const MOST_PIXELS = 10_000;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER = [0x49, 0x48, 0x44, 0x52];
const END = [0x49, 0x45, 0x4e, 0x44];

const startsWith = (bytes: Uint8Array, from: number, expected: readonly number[]): boolean => expected.every((byte, at) => bytes[from + at] === byte);

function pngSize(bytes: Uint8Array, view: DataView): Omit<PictureSize, 'type'> | null {
  if (!startsWith(bytes, 0, PNG) || !startsWith(bytes, 12, HEADER) || !startsWith(bytes, bytes.length - 8, END)) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Frames of a JPEG are marked C0 to CF, but for tables (C4, CC) and a reserved mark (C8). */
const isFrame = (mark: number): boolean => mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;

function jpegSize(bytes: Uint8Array, view: DataView): Omit<PictureSize, 'type'> | null {
  if (!startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return null;
  let at = 2;
  while (at + 9 < bytes.length) {
    const mark = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (isFrame(mark)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Fill bytes may stand before a mark.
    at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** What kind of picture bytes are, by themselves and not by a name, and how large; null for anything but a whole PNG or JPEG. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 45) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [png, jpeg] = [pngSize(bytes, view), jpegSize(bytes, view)];
  const size = png ?? jpeg;
  if (!size || ![size.width, size.height].every((side) => side > 0 && side <= MOST_PIXELS)) return null;
  return { type: png ? 'png' : 'jpeg', ...size };
}
