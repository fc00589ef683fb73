import { z } from 'zod';

/** Encodings that a text file can be read in, the usual ones first; names as the WHATWG knows them. */
export const encodings = [
  'utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'euc-kr', 'windows-1250', 'windows-1251', 'windows-1253',
  'windows-1254', 'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258', 'windows-874', 'iso-8859-2', 'iso-8859-5', 'iso-8859-6', 'iso-8859-7', 'iso-8859-8', 'koi8-r', 'x-mac-cyrillic',
] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [',', ';', '\t', '|'] as const;
export const quotes = ['"', "'", '`'] as const;

/** How the rows of a file are got out of it. */
export const layoutSchema = z.object({
  /** Name of the sheet; null for files without sheets. */
  sheet: z.string().nullable(),
  /** Number of the record or sheet row that holds the header, from 1. */
  headerRow: z.number().int().min(1),
  /** Null where the format fixes its letters, as workbooks do. */
  encoding: z.enum(encodings).nullable(),
  delimiter: z.enum(delimiters).nullable(),
  quote: z.enum(quotes),
});
export type Layout = z.infer<typeof layoutSchema>;

/** What a person settled; the rest is proposed by the content. */
export const layoutChoiceSchema = layoutSchema.partial();
export type LayoutChoice = z.infer<typeof layoutChoiceSchema>;

/** The beginning of a file as it stands there, for choosing the header. */
export const firstRowSchema = z.object({ row: z.number().int(), cells: z.array(z.string()) });
export type FirstRow = z.infer<typeof firstRowSchema>;
