/** What JSON can say; the only shape that crosses the contract or is kept in a packed column. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
