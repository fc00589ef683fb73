/** A guess at the letters of a sample, from 0 to 1: how much of what is not ASCII is usual in that encoding. */
export interface PairScores { gb18030: number; big5: number; korean: number; kana: number; shiftKana: number }

/** Byte pairs of the sample that are no ASCII, counted by what they would mean. */
interface Pairs { all: number; gb: number; hangul: number; kana: number; four: number }

const within = (byte: number, first: number, last: number): boolean => byte >= first && byte <= last;

/** The characters of GB 2312 that are in daily use, its punctuation included; Hangul lies in the same rows of the Korean code, kana in those of the Japanese. */
function countPairs(bytes: Uint8Array): Pairs {
  const pairs = { all: 0, gb: 0, hangul: 0, kana: 0, four: 0 };
  for (let at = 0; at < bytes.length - 1; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x81) continue;
    const second = bytes[at + 1] ?? 0;
    if (within(second, 0x30, 0x39)) {
      at += 3;
      pairs.four += 1;
      continue;
    }
    at += 1;
    pairs.all += 1;
    if (second < 0xa1) continue;
    if (within(first, 0xb0, 0xd7) || within(first, 0xa1, 0xa3)) pairs.gb += 1;
    if (within(first, 0xb0, 0xc8) || within(first, 0xa1, 0xa3)) pairs.hangul += 1;
    if (first === 0xa4 || first === 0xa5) pairs.kana += 1;
  }
  return pairs;
}

/** Of Big5 the rows in daily use and the punctuation. */
function big5Share(bytes: Uint8Array): number {
  let all = 0;
  let usual = 0;
  for (let at = 0; at < bytes.length - 1; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x81) continue;
    const second = bytes[at + 1] ?? 0;
    at += 1;
    all += 1;
    if (within(first, 0xa1, 0xc6) && (within(second, 0x40, 0x7e) || second >= 0xa1)) usual += 1;
  }
  return all === 0 ? 0 : usual / all;
}

/** Kana of Shift_JIS: hiragana in row 82, katakana in row 83. */
function shiftKanaShare(bytes: Uint8Array): number {
  let all = 0;
  let kana = 0;
  for (let at = 0; at < bytes.length - 1; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x81 || within(first, 0xa0, 0xdf)) continue;
    const second = bytes[at + 1] ?? 0;
    at += 1;
    all += 1;
    if ((first === 0x82 && within(second, 0x9f, 0xf1)) || (first === 0x83 && within(second, 0x40, 0x96))) kana += 1;
  }
  return all === 0 ? 0 : kana / all;
}

/** Scores the encodings of East Asia, whose valid bytes overlap almost wholly, by which characters would result. */
export function pairScores(bytes: Uint8Array): PairScores {
  const { all, gb, hangul, kana, four } = countPairs(bytes);
  const share = (count: number): number => (all === 0 ? 0 : count / all);
  return { gb18030: all + four === 0 ? 0 : (gb + four) / (all + four), big5: big5Share(bytes), korean: share(hangul), kana: share(kana), shiftKana: shiftKanaShare(bytes) };
}
