import type { SyncProgress, SyncSummary } from '#shared/domain/sync/model.ts';

export interface SyncRun {
  running: boolean;
  progress: Extract<SyncProgress, { type: 'progress' }> | null;
  summary: SyncSummary | null;
  /** It ended without a word; what was taken in and sent by then stays. */
  brokenOff: boolean;
  error: unknown;
}

export const IDLE: SyncRun = { running: false, progress: null, summary: null, brokenOff: false, error: null };

export const afterEvent = (run: SyncRun, event: SyncProgress): SyncRun => (event.type === 'done' ? { ...IDLE, summary: event.summary } : { ...run, progress: event });

/** A stream that ends before its summary says neither how it went nor that it failed. */
export const afterEnd = (run: SyncRun): SyncRun => (run.running ? { ...IDLE, brokenOff: true } : run);
