import { z } from 'zod';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { sectionKinds } from './record.ts';

/** Sections in their order, each once, and at least one. */
export const sectionListSchema = z.array(z.enum(sectionKinds)).min(1).refine((kinds) => new Set(kinds).size === kinds.length);

/** Which sections a new review has and in which order: version 1. */
const templateV1Schema = z.object({ version: z.literal(1), sections: sectionListSchema });

/** Every version of a template that may be met. */
const templateDocumentSchema = z.discriminatedUnion('version', [templateV1Schema]);
export type ReviewTemplate = z.infer<typeof templateV1Schema>;

export const templateNameSchema = z.string().trim().min(1).max(60);

/** A template of a person's own. */
export const savedTemplateSchema = z.object({ id: z.string(), name: z.string(), document: templateV1Schema });
export type SavedTemplate = z.infer<typeof savedTemplateSchema>;

/** The templates that come with the program; `standard` is the same order each quarter. */
export const templateIds = ['standard', 'short'] as const;
export type TemplateId = (typeof templateIds)[number];

export const builtInTemplates: Record<TemplateId, ReviewTemplate> = {
  standard: { version: 1, sections: [...sectionKinds] },
  short: { version: 1, sections: ['sought', 'results', 'risks', 'nextSteps', 'actions'] },
};

export const isBuiltIn = (id: string): id is TemplateId => templateIds.some((one) => one === id);

/** @returns the template as this version says it; null where it is of a newer one or broken */
export function migrateTemplate(stored: unknown): ReviewTemplate | null {
  const { data } = templateDocumentSchema.safeParse(stored);
  if (!data) return null;
  switch (data.version) {
    case 1: return data;
    default: return assertNever(data.version);
  }
}
