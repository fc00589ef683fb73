/** Where an error points; see the contract's place schema. */
export interface ErrorPlace {
  file?: string;
  row?: number;
  column?: string;
  field?: string;
  path?: string;
}

/**
 * Thrown below the contract for what a person can act on. The edge maps it to the contract's error of the same code;
 * the code is worded in the locale files, so the message here is for the program log only.
 */
export class CodedError extends Error {
  readonly code: string;
  readonly where: ErrorPlace | undefined;
  readonly params: Record<string, string | number> | undefined;

  constructor(code: string, detail: { where?: ErrorPlace; params?: Record<string, string | number>; cause?: unknown } = {}) {
    super(code, { cause: detail.cause });
    this.name = 'CodedError';
    this.code = code;
    this.where = detail.where;
    this.params = detail.params;
  }
}
