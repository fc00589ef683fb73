import { ORPCError } from '@orpc/server';
import type { ErrorPlace } from '#shared/kernel/coded-error.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { fill, type Words } from './words.ts';

/** The JSON document of a command that failed. */
export interface Complaint {
  code: string;
  message: string;
  where: ErrorPlace;
}

interface Known { code: string; where?: ErrorPlace; params?: Record<string, string | number> }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Input that the contract refuses names the path of the first field that is wrong. */
function fromIssues(data: Record<string, unknown>): Known {
  const [issue] = Array.isArray(data['issues']) ? (data['issues'] as unknown[]) : [];
  const path = isRecord(issue) && Array.isArray(issue['path']) ? issue['path'].map(String).join('.') : '';
  const detail = isRecord(issue) && typeof issue['message'] === 'string' ? issue['message'] : '';
  return { code: 'invalid-value', where: path === '' ? {} : { field: path }, params: { detail } };
}

function known(error: unknown): Known | null {
  if (error instanceof CodedError) return error;
  if (!(error instanceof ORPCError) || !isRecord(error.data)) return null;
  if (error.code === 'BAD_REQUEST') return fromIssues(error.data);
  if (!error.defined) return null;
  const { where, params } = error.data;
  return { code: error.code, where: isRecord(where) ? where : {}, params: isRecord(params) ? (params as Known['params']) : {} };
}

function usageOf({ cli }: Words): string {
  const { title, ...commands } = cli.usage;
  return [title, ...Object.values(commands).map((line) => `  ${line}`)].join('\n');
}

function sentence(words: Words, { code, where, params = {} }: Known): string {
  if (code === 'usage') return fill(where?.field === undefined ? words.cli.wrong : words.cli.wrongPart, { part: where?.field ?? '', usage: usageOf(words) });
  const inUse = code === 'book-in-use' ? Object.entries(words.cli.inUse).find(([host]) => host === params['host'])?.[1] : undefined;
  if (inUse !== undefined) return inUse;
  const own = Object.entries(words.cli).find(([id]) => id === code)?.[1];
  if (typeof own === 'string') return fill(own, params);
  const title = Object.entries(words.errors.title).find(([id]) => id === code)?.[1] ?? code;
  const advice = Object.entries(words.errors).find(([id]) => id === code)?.[1];
  const said = fill(words.cli.complaint, { title: fill(title, params), advice: typeof advice === 'string' ? fill(advice, params) : '' });
  return params['detail'] ? fill(words.cli.complaintWith, { said, detail: params['detail'] }) : said;
}

/** Words an error for people and names its place; what nobody foresaw becomes `internal-error`. */
export function complain(error: unknown, words: Words): Complaint {
  const cause = known(error) ?? { code: 'internal-error', params: { detail: error instanceof Error ? error.message : String(error) } };
  return { code: cause.code, message: sentence(words, cause), where: { ...cause.where } };
}
