import type { SyncSummary } from '#shared/domain/sync/model.ts';

export interface OutcomeLine {
  key: 'nothing' | 'received' | 'sent' | 'holding' | 'cancelled';
  count: number;
}

/** The sentences, in order, that a sync is told by. */
export function outcomeLines({ received, sent, holding, cancelled }: SyncSummary): OutcomeLine[] {
  const lines: OutcomeLine[] = [];
  if (received.changes > 0) lines.push({ key: 'received', count: received.changes });
  if (sent.changes > 0) lines.push({ key: 'sent', count: sent.changes });
  if (holding.length > 0) lines.push({ key: 'holding', count: holding.length });
  if (cancelled) lines.push({ key: 'cancelled', count: 0 });
  return lines.length > 0 ? lines : [{ key: 'nothing', count: 0 }];
}
