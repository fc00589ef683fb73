import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Outbox } from '#core/features/imports/outbox.ts';

/** An outbox, what came out of it, and how many messages could be given to it. */
function filled(count: number) {
  const sent: number[] = [];
  const outbox = new Outbox<number>((message) => sent.push(message));
  const state = { added: 0, isEmptied: false };
  const work = (async () => {
    for (; state.added < count; state.added += 1) await outbox.add(state.added);
    await outbox.emptied();
    state.isEmptied = true;
  })();
  return { outbox, sent, state, work };
}

async function rest(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await setImmediate();
}

describe('what is sent from thread to thread', () => {
  it('goes out at once while the other side has room', async () => {
    const { sent, work } = filled(4);
    await work;
    expect(sent).toEqual([0, 1, 2, 3]);
  });

  it('is kept when the other side has as much as it may, and more of it is made meanwhile', async () => {
    const { outbox, sent, state } = filled(10);
    await rest();
    expect(sent).toEqual([0, 1, 2, 3]);
    expect(state).toEqual({ added: 10, isEmptied: false });
    outbox.giveRoom();
    outbox.giveRoom();
    expect(sent).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is made no further than a window ahead, and goes on with each that is done', async () => {
    const { outbox, sent, state } = filled(100);
    await rest();
    expect(sent).toHaveLength(4);
    const far = state.added;
    expect(far).toBeLessThan(40);
    outbox.giveRoom();
    await rest();
    expect(state.added).toBe(far + 1);
  });

  it('comes in the order of its making, every one, and the end behind all', async () => {
    const { outbox, sent, state, work } = filled(60);
    while (!state.isEmptied) {
      await setImmediate();
      outbox.giveRoom();
    }
    await work;
    expect(sent).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });
});
