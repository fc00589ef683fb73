import { implement, ORPCError } from '@orpc/server';
import { contract, type Contract } from '#shared/contract/index.ts';
import { errorTable, type ErrorCode } from '#shared/contract/errors.ts';
import type { CallContext, HandlersOf } from '#shared/contract/handlers.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Log } from './ports/host-ports.ts';

export type CoreHandlers = { [F in keyof Contract]: HandlersOf<Contract[F]> };

type AnyHandler = (input: unknown, context: CallContext) => unknown;

interface ProcedureBuilder {
  handler(handle: (call: { input: unknown; signal?: AbortSignal }) => unknown): unknown;
}

const NEVER = new AbortController().signal;

function isWorded(code: string): code is ErrorCode {
  return Object.hasOwn(errorTable, code);
}

export interface ErrorEdge {
  log: Log;
  /** Turns what the store says of its file into an error that a person can act on. */
  explain: (error: unknown) => unknown;
}

/** A coded error becomes the contract's error of that code; anything else is logged once and stays internal. */
function toContractError(thrown: unknown, { log, explain }: ErrorEdge): unknown {
  if (thrown instanceof ORPCError || (thrown instanceof Error && thrown.name === 'AbortError')) return thrown;
  const error = explain(thrown);
  if (error !== thrown) log.error('the book could not be used', thrown);
  if (error instanceof CodedError && isWorded(error.code)) {
    // What a person is told says what to do; the log keeps what lay behind it.
    if (error === thrown && error.cause !== undefined) log.error(`refused with ${error.code}`, error.cause);
    return new ORPCError(error.code, { defined: true, status: errorTable[error.code].status, data: { where: error.where, params: error.params }, cause: error });
  }
  log.error('a procedure failed', error);
  return error;
}

async function* mapErrors(source: AsyncGenerator<unknown, unknown>, edge: ErrorEdge): AsyncGenerator<unknown, unknown> {
  try {
    return yield* source;
  } catch (error) {
    throw toContractError(error, edge);
  }
}

function isGenerator(value: unknown): value is AsyncGenerator<unknown, unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function bindOne(builder: ProcedureBuilder, handle: AnyHandler, edge: ErrorEdge): unknown {
  return builder.handler(async ({ input, signal = NEVER }) => {
    try {
      const result = await handle(input, { signal });
      return isGenerator(result) ? mapErrors(result, edge) : result;
    } catch (error) {
      throw toContractError(error, edge);
    }
  });
}

/**
 * Joins the features' plain functions to the contract; the one place that knows oRPC's server. That the tables are
 * complete and fit the contract is proven by their types, so that here they can be walked by name.
 */
export function bindHandlers(handlers: CoreHandlers, edge: ErrorEdge) {
  const os = implement(contract);
  const router: Parameters<typeof os.router>[0] = Object.assign({}, ...Object.entries(handlers).map(([feature, table]) => ({
    [feature]: Object.fromEntries(Object.keys(table).map((name) => {
      const handle: AnyHandler = Reflect.get(table, name);
      const builder: ProcedureBuilder = Reflect.get(Reflect.get(os, feature), name);
      return [name, bindOne(builder, handle, edge)];
    })),
  })));
  return os.router(router);
}
