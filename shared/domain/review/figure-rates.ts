import type { ReviewFigure } from './model.ts';

/** Revenue of an order on average, 1/10,000; null without orders. */
export const averageOrder = ({ amount, orders }: ReviewFigure): number | null => (orders === 0 ? null : Math.round(amount / orders));

/** Margin as a ratio of revenue; null where a cost is unknown or nothing was sold. */
export const marginRate = ({ amount, margin }: ReviewFigure): number | null => (margin === null || amount <= 0 ? null : margin / amount);
