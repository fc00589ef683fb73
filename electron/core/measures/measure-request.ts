import type { MeasureId } from '#shared/domain/measures/catalogue.ts';
import type { Window } from '#shared/domain/measures/window.ts';
import type { IsoDate } from '#shared/kernel/dates.ts';

/** A measure and, where it takes one, the window it looks back over. */
export interface MeasureRequest {
  measure: MeasureId;
  window?: Window;
}

/** From when and in which terms a book is measured. */
export interface MeasureContext {
  asOf: IsoDate;
  /** IANA name; days begin and end in it. */
  timeZone: string;
  /** ISO 4217 code; money in others is shown apart. */
  currency: string;
}
