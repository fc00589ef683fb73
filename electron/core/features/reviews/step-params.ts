import type Database from 'better-sqlite3';
import type { ReviewHead } from '#shared/domain/review/record.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { readHead } from './read-record.ts';

/** What a step says of its review. */
export const stepParams = ({ accountName, period }: Pick<ReviewHead, 'accountName' | 'period'>): { name: string; quarter: number; year: number } =>
  ({ name: accountName, quarter: period.quarter, year: period.year });

/** @throws CodedError `not-found` on `id`, `review-frozen` where it was presented */
export function writableHead(db: Database.Database, id: string): ReviewHead {
  const head = readHead(db, id);
  if (head.frozenAt !== null) throw new CodedError('review-frozen');
  return head;
}
