import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { contract } from '#shared/contract/index.ts';

/** Every procedure of the contract by its name, such as `accounts.window`. */
export function contractProcedures(): Map<string, AnyContractProcedure> {
  return new Map(Object.entries(contract).flatMap(([feature, table]) => Object.entries<unknown>(table)
    .flatMap(([name, procedure]) => (isContractProcedure(procedure) ? [[`${feature}.${name}`, procedure] as const] : []))));
}

/** What `call` can call, with the JSON schema of each input. */
export function listProcedures() {
  return [...contractProcedures()].map(([name, procedure]) => {
    const schema = procedure['~orpc'].inputSchema;
    return { name, input: schema instanceof z.ZodType ? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) : null };
  });
}
