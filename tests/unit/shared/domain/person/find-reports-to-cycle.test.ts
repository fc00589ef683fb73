import { describe, expect, it } from 'vitest';
import { findReportsToCycle } from '#shared/domain/person/find-reports-to-cycle.ts';

describe('findReportsToCycle', () => {
  it('allows an org chart', () => {
    expect(findReportsToCycle([{ id: 'ceo', reportsToId: null }, { id: 'cio', reportsToId: 'ceo' }, { id: 'architect', reportsToId: 'cio' }])).toEqual([]);
  });

  it('names positions that report to themselves', () => {
    expect(findReportsToCycle([{ id: 'ceo', reportsToId: null }, { id: 'a', reportsToId: 'b' }, { id: 'b', reportsToId: 'a' }]).toSorted()).toEqual(['a', 'b']);
  });
});
