import { isProcedure, call } from '@orpc/server';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Command } from './command.ts';
import { contractProcedures } from './procedures.ts';
import type { Session } from './session.ts';

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** Events until the procedure or the user ends them. */
async function gather(events: AsyncIterable<unknown>, signal: AbortSignal): Promise<unknown[]> {
  const all: unknown[] = [];
  try {
    for await (const event of events) all.push(event);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return all;
}

/**
 * Calls any procedure on a book. A stream of events becomes an array, a file its name, type and size.
 * @throws CodedError `procedure-unknown`
 */
export async function callProcedure({ client, core, path, signal }: Session, command: Extract<Command, { name: 'call' }>): Promise<unknown> {
  const { procedure: name } = command;
  const [feature = '', id = ''] = name.split('.');
  const table: Readonly<Record<string, unknown>> | undefined = contractProcedures().has(name) ? core.router[feature as keyof typeof core.router] : undefined;
  const procedure = table?.[id];
  if (!isProcedure(procedure)) throw new CodedError('procedure-unknown', { where: { field: 'PROCEDURE' }, params: { name } });
  await client.book.open({ path: path(command.book) });
  const result: unknown = await call(procedure, command.input, { signal, context: {} });
  if (result instanceof File) return { name: result.name, type: result.type, bytes: result.size };
  return isIterable(result) ? gather(result, signal) : result;
}
