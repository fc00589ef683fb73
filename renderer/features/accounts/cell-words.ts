import type { TFunction } from 'i18next';
import type { Format } from '#renderer/client/format.ts';

/** Words and formats of a cell, handed down: a hook in each of some hundred cells would slow the scroll. */
export interface CellWords {
  t: TFunction<'accounts'>;
  format: Format;
}
