import { z } from 'zod';
import { languages } from '#shared/domain/book/model.ts';
import { documentFormatSchema } from '#shared/domain/document/format.ts';
import { readinessSchema } from '#shared/domain/review/check-review.ts';
import { deckSchema } from '#shared/domain/review/frozen.ts';
import { quarterSchema, reviewFiguresSchema, reviewRequestSchema } from '#shared/domain/review/model.ts';
import { itemKinds, participantsSchema, reviewFieldsSchema, reviewHeadSchema, reviewItemSchema, sectionKinds, sectionStateSchema } from '#shared/domain/review/record.ts';
import { reviewNumberSchema, reviewRowsSchema } from '#shared/domain/review/rows.ts';
import { savedTemplateSchema, sectionListSchema, templateNameSchema } from '#shared/domain/review/template.ts';
import { taskFieldsSchema } from '#shared/domain/task/model.ts';
import { procedure } from './base.ts';

const id = z.object({ id: z.string() });
const stepped = z.object({ stepNo: z.number().int() });
const made = stepped.extend({ id: z.string() });
const section = z.object({ id: z.string(), kind: z.enum(sectionKinds) });
const itemText = z.string().trim().min(1).max(300);
const assigned = taskFieldsSchema.omit({ title: true });

export const reviewListRowSchema = reviewHeadSchema.extend({ decisions: z.number().int(), actions: z.number().int(), actionsDone: z.number().int() });
export type ReviewListRow = z.infer<typeof reviewListRowSchema>;

export const reviewsContract = {
  figures: procedure.input(reviewRequestSchema.omit({ language: true })).output(reviewFiguresSchema),
  /** Five pages as PPTX or PDF, or their numbers as XLSX; named for the account and the period. */
  deck: procedure.input(reviewRequestSchema.extend({ format: documentFormatSchema.default('pptx') })).output(z.file()),
  /** The reviews of an account, the latest first. */
  list: procedure.input(z.object({ accountId: z.string() })).output(z.array(reviewListRowSchema)),
  /** Reviews of all accounts from today on, the next first. */
  coming: procedure.input(z.object({ limit: z.number().int().min(1).max(200) })).output(z.array(reviewListRowSchema)),
  /** From a template, with its sections unless others are told; day and participants are proposed: those who decide, and the book's user. */
  create: procedure.input(z.object({
    accountId: z.string(), period: quarterSchema, language: z.enum(languages), heldOn: reviewFieldsSchema.shape.heldOn.optional(), template: z.string().default('standard'), sections: sectionListSchema.optional(),
  })).output(made),
  /** All that the preparation shows: live until frozen, then what was presented; items, rating and participants are always those of now. */
  get: procedure.input(id).output(z.object({
    head: reviewHeadSchema,
    sections: z.array(sectionStateSchema),
    items: z.array(reviewItemSchema),
    participants: participantsSchema,
    deck: deckSchema,
    numbers: z.array(reviewNumberSchema),
    readiness: readinessSchema,
    /** The day on which the pages were made, and the days that they count. */
    today: z.string(),
    window: z.object({ from: z.string(), to: z.string() }),
    currency: z.string(),
  })),
  update: procedure.input(z.object({ id: z.string(), patch: reviewFieldsSchema.omit({ rating: true, ratingNote: true }).partial() })).output(stepped),
  rate: procedure.input(z.object({ id: z.string(), rating: reviewFieldsSchema.shape.rating, note: reviewFieldsSchema.shape.ratingNote })).output(stepped),
  /** Replaces who takes part, theirs and ours. */
  setParticipants: procedure.input(z.object({ id: z.string(), personIds: z.array(z.string()).max(200), colleagueIds: z.array(z.string()).max(200) })).output(stepped),
  /** To a place counted from 0 among all sections, the hidden ones too. */
  moveSection: procedure.input(section.extend({ place: z.number().int().min(0) })).output(stepped),
  /** Takes a section off the pages, or puts it on them again; one that the template left out is added. */
  showSection: procedure.input(section.extend({ shown: z.boolean() })).output(stepped),
  comment: procedure.input(section.extend({ text: z.string().max(4000) })).output(stepped),
  /** An action becomes a task of the account at once. */
  addItem: procedure.input(z.object({ id: z.string(), kind: z.enum(itemKinds), text: itemText, task: assigned.partial().optional() })).output(stepped.extend({ itemId: z.string() })),
  updateItem: procedure.input(z.object({ itemId: z.string(), text: itemText.optional(), task: assigned.partial().optional() })).output(stepped),
  /** To a place among the lines of its kind, counted from 0. */
  moveItem: procedure.input(z.object({ itemId: z.string(), place: z.number().int().min(0) })).output(stepped),
  /** The task of an action stays: it was promised. */
  removeItem: procedure.input(z.object({ itemId: z.string() })).output(stepped),
  /** Keeps the pages in both languages, every number and its rows; only undo takes it back. */
  freeze: procedure.input(id).output(stepped),
  remove: procedure.input(id).output(stepped),
  /** Templates of one's own by name; those of the program are always there besides. */
  templates: procedure.output(z.array(savedTemplateSchema)),
  /** Keeps a template under `id`, or as a new one. */
  saveTemplate: procedure.input(z.object({ id: z.string().optional(), name: templateNameSchema, sections: sectionListSchema })).output(made),
  /** Reviews made from it stay as they are. */
  removeTemplate: procedure.input(id).output(stepped),
  /** The rows behind a number, as they are, or as they were when frozen. */
  rows: procedure.input(z.object({ id: z.string(), number: z.string() })).output(z.object({ number: reviewNumberSchema, rows: reviewRowsSchema })),
  /** The pages as PPTX or PDF, or their numbers as XLSX; in the review's language unless told. */
  export: procedure.input(z.object({ id: z.string(), language: z.enum(languages).optional(), format: documentFormatSchema.default('pptx') })).output(z.file()),
};
