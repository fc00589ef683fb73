import { z } from 'zod';

/** How bundles are written; a program refuses those of a later format or schema than its own. */
export const BUNDLE_FORMAT = 2;

const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const sentKinds = ['user', 'import', 'job', 'undo', 'redo', 'external', 'merge'] as const;

export const sentStepSchema = z.object({
  id,
  kind: z.enum(sentKinds),
  verb: z.string().max(100),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  actor: z.string().nullable(),
  at: z.number().int(),
  schema: z.number().int(),
  /** The step that this one takes back or puts back. */
  undoes: id.nullable(),
  /** Accounts in whose history it stands; with the first changes of the step only. */
  accounts: z.array(z.string()),
});
export type SentStep = z.infer<typeof sentStepSchema>;

export const bundleHeadSchema = z.object({
  format: z.number().int(),
  /** The books that share their changes. */
  group: id,
  chain: id,
  seq: z.number().int().positive(),
  /** Hash of the bundle before it in the chain. */
  prev: sha256.nullable(),
  /** Version of the tables. */
  schema: z.number().int(),
  /** The writer's own number of the last transaction that is in the chain whole. */
  through: z.number().int(),
  devices: z.array(id),
});
export type BundleHead = z.infer<typeof bundleHeadSchema>;

/** What a program can know of a bundle that a later one wrote. */
export const bundleFormatSchema = z.object({ format: z.number().int(), group: id, schema: z.number().int() });

export type SentValue = string | number | null;
export type SentFields = Record<string, SentValue>;

/** 1 insert (whole row), 2 update (the fields changed), 3 delete, 4 erased for good. */
export type SentOp = 1 | 2 | 3 | 4;

/** What many changes of a bundle have in common. Changes of one kind share the object. */
export interface ChangeShape {
  table: string;
  op: SentOp;
  /** Each once; none of what is deleted or erased. */
  fields: readonly string[];
}

export interface SentChange {
  shape: ChangeShape;
  key: string;
  /** Of the shape's fields, in their order. */
  values: readonly SentValue[];
}

/** The changes of one transaction, at most one of each row; numbers of step and device count within the bundle. */
export interface SentStamp {
  step: number;
  device: number;
  clock: number;
  changes: SentChange[];
}

/** Why a bundle was not read. */
export const asideReasons = ['damaged', 'newer', 'foreign', 'ahead', 'missing'] as const;
export type AsideReason = (typeof asideReasons)[number];

export const syncSummarySchema = z.object({
  sent: z.object({ bundles: z.number().int(), changes: z.number().int() }),
  received: z.object({ bundles: z.number().int(), changes: z.number().int() }),
  /** Bundles that were left unread, and with them those behind them in their chain. */
  aside: z.array(z.object({ file: z.string(), reason: z.enum(asideReasons) })),
  /** Bundles in the place that still hold people whom this run erased, here or there. */
  holding: z.array(z.string()),
  cancelled: z.boolean(),
});
export type SyncSummary = z.infer<typeof syncSummarySchema>;

export const syncProgressSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), phase: z.enum(['receive', 'send']), bundles: z.number().int(), changes: z.number().int() }),
  z.object({ type: z.literal('done'), summary: syncSummarySchema }),
]);
export type SyncProgress = z.infer<typeof syncProgressSchema>;
