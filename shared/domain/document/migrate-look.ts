import { assertNever } from '#shared/kernel/assert-never.ts';
import { logoDocumentSchema, lookDocumentSchema, type LogoDocument, type LookDocument } from './look.ts';

/** @returns the look as this version says it; null where it is of a newer one or broken */
export function migrateLook(stored: unknown): LookDocument | null {
  const { data } = lookDocumentSchema.safeParse(stored);
  if (!data) return null;
  switch (data.version) {
    case 1: return data;
    default: return assertNever(data.version);
  }
}

/** @returns the logo as this version says it; null where it is of a newer one or broken */
export function migrateLogo(stored: unknown): LogoDocument | null {
  const { data } = logoDocumentSchema.safeParse(stored);
  if (!data) return null;
  switch (data.version) {
    case 1: return data;
    default: return assertNever(data.version);
  }
}
