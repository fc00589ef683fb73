import { z } from 'zod';

/** One order line as shown when a number is opened. Money and quantity in 1/10,000 of the unit. */
export const orderLineSchema = z.object({
  orderId: z.string(),
  lineNo: z.number().int(),
  orderNo: z.string().nullable(),
  orderedOn: z.string(),
  currency: z.string(),
  product: z.string().nullable(),
  category: z.string().nullable(),
  quantity: z.number().int(),
  listPrice: z.number().int().nullable(),
  price: z.number().int(),
  /** Fraction of the price, in 1/10,000. */
  discount: z.number().int(),
  amount: z.number().int(),
  /** Total cost of the line; null when the source names none. */
  cost: z.number().int().nullable(),
  isReturn: z.boolean(),
});
export type OrderLine = z.infer<typeof orderLineSchema>;
