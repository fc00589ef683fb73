/** Numbers that look drawn by lot and are the same for the same seed on every machine. */
export interface RandomStream {
  /** 0 up to but not 1. */
  next(): number;
  /** A whole number from `min` to `max`, both inclusive. */
  int(min: number, max: number): number;
  /** True in `share` (0 … 1) of the cases. */
  chance(share: number): boolean;
  /** @throws Error for an empty list */
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
}

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/** Whole-number arithmetic only: sines and logarithms may differ from one processor to another. */
function foldSeed(seed: string, salt: number): number {
  let hash = salt;
  for (let i = 0; i < seed.length; i += 1) hash = rotate(Math.imul(hash ^ seed.charCodeAt(i), 0x01_00_01_93), 5);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d);
  return (hash ^ (hash >>> 13)) | 0;
}

/** @param seed any text; streams of different texts have nothing to do with each other */
export function randomStream(seed: string): RandomStream {
  let a = foldSeed(seed, 0x12_34_56_7);
  let b = foldSeed(seed, 0x5b_d1_e9_95);
  let c = foldSeed(seed, 0x3c_6e_f3_72);
  // Never 0, or the four would stay at 0 together.
  let d = foldSeed(seed, 0x7f_4a_7c_15) | 1;
  const draw = (): number => {
    const t = b << 9;
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return (result >>> 0) / 4_294_967_296;
  };
  // The first draws of short seeds still resemble each other.
  for (let i = 0; i < 16; i += 1) draw();
  const int = (min: number, max: number): number => min + Math.floor(draw() * (max - min + 1));
  return {
    next: draw,
    int,
    chance: (share) => draw() < share,
    pick(list) {
      const found = list[int(0, list.length - 1)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    shuffle(list) {
      const mixed = [...list];
      for (let i = mixed.length - 1; i > 0; i -= 1) {
        const j = int(0, i);
        [mixed[i], mixed[j]] = [mixed[j] as never, mixed[i] as never];
      }
      return mixed;
    },
  };
}
