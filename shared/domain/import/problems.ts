/** Why a row, or a cell of it, was not taken. Each is worded in the locale files as `import.problem.<code>`. */
export const problemCodes = [
  // The shape of the row.
  'too-few-fields',
  'too-many-fields',
  'quotes-open',
  'quotes-malformed',
  // The value of a cell.
  'missing-value',
  'too-long',
  'date-invalid',
  'date-ambiguous',
  'number-invalid',
  'number-ambiguous',
  'number-too-large',
  'discount-range',
  'flag-invalid',
  'currency-unknown',
  'kind-unknown',
  // What the row says beside other rows and the book.
  'account-not-found',
  'account-ambiguous',
  'account-doubtful',
  'person-ambiguous',
  'product-ambiguous',
  'order-ambiguous',
  'differs-in-order',
  'order-incomplete',
  'order-not-found',
  'repeated',
  // A value that the row was taken without.
  'parent-not-found',
  'parent-circle',
  'manager-not-found',
  'manager-circle',
  'participant-not-found',
] as const;

export type ProblemCode = (typeof problemCodes)[number];
