/** Proves to the compiler that a switch is exhaustive; throws when data from outside slips past it. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
