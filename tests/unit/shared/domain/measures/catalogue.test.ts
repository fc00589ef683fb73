import { describe, expect, it } from 'vitest';
import { measures, type MeasureDefinition } from '#shared/domain/measures/catalogue.ts';

const all: [string, MeasureDefinition][] = Object.entries(measures);

describe('the catalogue of measures', () => {
  it('names each by its source', () => {
    const prefix = { sales_order: 'orders', interaction: 'interactions', task: 'tasks' };
    for (const [id, { source }] of all) expect(id.startsWith(`${prefix[source]}.`), id).toBe(true);
  });

  it('lets money, counts over time and shares look back over a window, and dates and instants at one day', () => {
    for (const [id, { unit, window }] of all) {
      if (unit === 'money' || unit === 'share') expect(window, id).toBe('needed');
      if (unit === 'instant' || unit === 'date' || unit === 'days') expect(window, id).toBe('none');
    }
  });

  it('never calls a missing margin or cost zero', () => {
    expect(measures['orders.margin'].missing).toBe('any-part-unknown');
    expect(measures['orders.cost'].missing).toBe('any-part-unknown');
  });
});
