import { EXACT_UNIT, lineAmount, type Exact } from '#shared/kernel/money.ts';
import type { OrderLineRow } from './order-record.ts';

/** A line as the book keeps it; money and quantities in 1/10,000, all negative for a return. */
export interface LineValues {
  productId: string | null;
  quantity: Exact;
  listPrice: Exact | null;
  price: Exact;
  discount: Exact;
  amount: Exact;
  cost: Exact | null;
  isReturn: boolean;
}

/** The price that gives `amount`, rounded half away from zero; the amount itself where nothing was sold or all was given away. */
function priceOf(amount: Exact, quantity: Exact, discount: Exact): Exact {
  const unit = BigInt(EXACT_UNIT);
  const divisor = BigInt(quantity) * (unit - BigInt(discount));
  if (divisor === 0n) return amount;
  const [top, bottom] = divisor < 0n ? [-BigInt(amount) * unit * unit, -divisor] : [BigInt(amount) * unit * unit, divisor];
  const half = top < 0n ? -bottom / 2n : bottom / 2n;
  return Number((top + half) / bottom);
}

function costOf(values: OrderLineRow['values'], quantity: Exact, amount: Exact): Exact | undefined {
  if (values.cost !== undefined) return values.cost;
  if (values.unitCost !== undefined) return lineAmount(values.unitCost, quantity, 0);
  return values.margin === undefined ? undefined : amount - values.margin;
}

const negative = (value: number): number => (value === 0 ? 0 : -Math.abs(value));

/**
 * A whole line from what a row gives; what it does not give stays as it was in `before`.
 * A row is a return when its flag says so or, without a flag, when its quantity or amount is negative.
 */
export function completeLine(values: OrderLineRow['values'], productId: string | null, before: LineValues | null): LineValues {
  const discount = values.discount ?? before?.discount ?? 0;
  const quantity = values.quantity ?? Math.abs(before?.quantity ?? EXACT_UNIT);
  const amount = values.amount ?? lineAmount(values.price ?? 0, quantity, discount);
  const isReturn = values.isReturn ?? (quantity < 0 || amount < 0);
  const signed = isReturn ? negative : (value: number) => value;
  const cost = costOf(values, quantity, amount);
  return {
    productId: productId ?? before?.productId ?? null,
    quantity: signed(quantity),
    listPrice: values.listPrice ?? before?.listPrice ?? null,
    price: values.price ?? Math.abs(priceOf(amount, quantity, discount)),
    discount,
    amount: signed(amount),
    cost: cost === undefined ? before?.cost ?? null : signed(cost),
    isReturn,
  };
}

export function sameLine(a: LineValues, b: LineValues): boolean {
  return a.productId === b.productId && a.quantity === b.quantity && a.listPrice === b.listPrice && a.price === b.price
    && a.discount === b.discount && a.amount === b.amount && a.cost === b.cost && a.isReturn === b.isReturn;
}
