import { z } from 'zod';

/** The files that a document can become. */
export const documentFormats = ['pptx', 'pdf', 'xlsx'] as const;
export const documentFormatSchema = z.enum(documentFormats);
export type DocumentFormat = z.infer<typeof documentFormatSchema>;
