import type { AnySchema, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';

/** The part of AbortSignal that handlers use; this layer knows neither DOM nor Node. */
export interface CancelSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void): void;
}

/** What a handler gets beside its input. */
export interface CallContext {
  /** Ends when the client cancels or goes away. */
  signal: CancelSignal;
}

type Promisable<T> = T | Promise<T>;

type HandlerOf<P> = P extends ContractProcedure<infer I extends AnySchema, infer O extends AnySchema, infer _E, infer _M>
  ? (input: InferSchemaOutput<I>, context: CallContext) => unknown extends InferSchemaInput<O> ? Promisable<void> : Promisable<InferSchemaInput<O>>
  : never;

/** A table with one plain function for each procedure of a feature's contract; the compiler proves it complete. */
export type HandlersOf<C> = { [K in keyof C]: HandlerOf<C[K]> };
