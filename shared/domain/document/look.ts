import { z } from 'zod';

/** Faces that Office brings to Windows and macOS; where one is missing another of about its width stands in. */
export const latinFaces = ['Arial', 'Calibri', 'Segoe UI', 'Georgia', 'Times New Roman'] as const;
export const chineseFaces = ['Microsoft YaHei', 'DengXian', 'SimHei', 'SimSun', 'KaiTi', 'PingFang SC', 'Noto Sans CJK SC'] as const;

/** How the company's documents look: version 1. */
const lookV1Schema = z.object({
  version: z.literal(1),
  /** Shown on the cover; empty for none. */
  company: z.string().trim().max(100),
  accent: z.string().regex(/^#[0-9A-F]{6}$/),
  latin: z.enum(latinFaces),
  chinese: z.enum(chineseFaces),
});

/** Every version of the look that a book may hold. */
export const lookDocumentSchema = z.discriminatedUnion('version', [lookV1Schema]);
export type LookDocument = z.infer<typeof lookV1Schema>;

/** What a picture may weigh, in bytes: it travels with the book and with every document. */
export const MAX_LOGO_BYTES = 512 * 1024;

/** The company's logo: version 1; apart from the rest, so that a change of colour does not log the picture again. */
const logoV1Schema = z.object({
  version: z.literal(1),
  type: z.enum(['png', 'jpeg']),
  /** Pixels. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  data: z.base64().max(Math.ceil(MAX_LOGO_BYTES / 3) * 4),
});

export const logoDocumentSchema = z.discriminatedUnion('version', [logoV1Schema]);
export type LogoDocument = z.infer<typeof logoV1Schema>;

export const lookSchema = lookV1Schema.omit({ version: true }).extend({ logo: logoV1Schema.omit({ version: true }).nullable() });
export type Look = z.infer<typeof lookSchema>;

export const PLAIN_LOOK: Look = { company: '', accent: '#0B6477', latin: 'Arial', chinese: 'Microsoft YaHei', logo: null };

/** A logo is a chosen PNG or JPEG file; null takes it away. */
export const lookChangesSchema = lookV1Schema.omit({ version: true }).extend({ logo: z.object({ file: z.string().min(1) }).nullable() }).partial();
export type LookChanges = z.infer<typeof lookChangesSchema>;
