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

/** A coded error becomes the contract's error of that code; anything else is logged once and stays internal. */
function toContractError(error: unknown, log: Log): unknown {
  if (error instanceof ORPCError || (error instanceof Error && error.name === 'AbortError')) return error;
  if (error instanceof CodedError && isWorded(error.code)) {
    return new ORPCError(error.code, { defined: true, status: errorTable[error.code].status, data: { where: error.where, params: error.params }, cause: error });
  }
  log.error('a procedure failed', error);
  return error;
}

async function* mapErrors(source: AsyncGenerator<unknown, unknown>, log: Log): AsyncGenerator<unknown, unknown> {
  try {
    return yield* source;
  } catch (error) {
    throw toContractError(error, log);
  }
}

function isGenerator(value: unknown): value is AsyncGenerator<unknown, unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function bindOne(builder: ProcedureBuilder, handle: AnyHandler, log: Log): unknown {
  return builder.handler(async ({ input, signal = NEVER }) => {
    try {
      const result = await handle(input, { signal });
      return isGenerator(result) ? mapErrors(result, log) : result;
    } catch (error) {
      throw toContractError(error, log);
    }
  });
}

/**
 * Joins the features' plain functions to the contract; the one place that knows oRPC's server. That the tables are
 * complete and fit the contract is proven by their types, so that here they can be walked by name.
 */
export function bindHandlers(handlers: CoreHandlers, log: Log) {
  const os = implement(contract);
  const router: Parameters<typeof os.router>[0] = Object.assign({}, ...Object.entries(handlers).map(([feature, table]) => ({
    [feature]: Object.fromEntries(Object.keys(table).map((name) => {
      const handle: AnyHandler = Reflect.get(table, name);
      const builder: ProcedureBuilder = Reflect.get(Reflect.get(os, feature), name);
      return [name, bindOne(builder, handle, log)];
    })),
  })));
  return os.router(router);
}
