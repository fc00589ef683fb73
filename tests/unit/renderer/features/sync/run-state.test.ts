import { expect, it } from 'vitest';
import { afterEnd, afterEvent, IDLE } from '#renderer/features/sync/run-state.ts';

const summary = { sent: { bundles: 0, changes: 0 }, received: { bundles: 1, changes: 2 }, aside: [], holding: [], cancelled: false };
const progress = { type: 'progress', phase: 'receive', bundles: 1, changes: 2 } as const;

it('a sync runs until its summary has come', () => {
  const running = afterEvent({ ...IDLE, running: true }, progress);
  expect(running).toEqual({ ...IDLE, running: true, progress });
  const done = afterEvent(running, { type: 'done', summary });
  expect(done).toEqual({ ...IDLE, summary });
  expect(afterEnd(done)).toBe(done);
});

it('a sync whose stream ends without one does not run for ever, and says so', () => {
  expect(afterEnd(afterEvent({ ...IDLE, running: true }, progress))).toEqual({ ...IDLE, brokenOff: true });
});
