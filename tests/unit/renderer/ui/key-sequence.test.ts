import { describe, expect, it } from 'vitest';
import { createKeySequence } from '#renderer/ui/key-sequence.ts';

describe('G then a letter', () => {
  it('gives the letter that follows the leader', () => {
    const sequence = createKeySequence('g');
    expect(sequence.press('g', 0)).toBeNull();
    expect(sequence.press('a', 400)).toBe('a');
  });

  it('forgets the leader after a while', () => {
    const sequence = createKeySequence('g');
    sequence.press('g', 0);
    expect(sequence.press('a', 5_000)).toBeNull();
  });

  it('is over after one letter', () => {
    const sequence = createKeySequence('g');
    sequence.press('g', 0);
    sequence.press('x', 100);
    expect(sequence.press('a', 200)).toBeNull();
  });

  it('does not mind capitals', () => {
    const sequence = createKeySequence('g');
    sequence.press('G', 0);
    expect(sequence.press('D', 10)).toBe('d');
  });

  it('takes a second leader as the letter', () => {
    const sequence = createKeySequence('g');
    sequence.press('g', 0);
    expect(sequence.press('g', 10)).toBe('g');
    expect(sequence.press('a', 20)).toBeNull();
  });
});
