import type { Inspection } from '#shared/domain/import/model.ts';

/** How a plain CSV file is read: the part of an inspection that most tests do not care about. */
export const plainReading: Pick<Inspection, 'layout' | 'sheets' | 'firstRows'> = {
  layout: { sheet: null, headerRow: 1, encoding: 'utf-8', delimiter: ',', quote: '"' }, sheets: [], firstRows: [],
};
