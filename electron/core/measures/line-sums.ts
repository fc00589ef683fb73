/** Cost over rows `l` of order_line: missing when there is none, or one line does not say (see the catalogue). */
export const LINE_COST = 'CASE WHEN count(l.cost) > 0 AND count(l.cost) = count(l.order_id) THEN sum(l.cost) END';

/** Margin over rows `l` of order_line, by the same rule. */
export const LINE_MARGIN = 'CASE WHEN count(l.cost) > 0 AND count(l.cost) = count(l.order_id) THEN sum(l.amount) - sum(l.cost) END';
