import { ORPCError } from '@orpc/client';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { errorTable, type ErrorCode, type ErrorData } from '#shared/contract/errors.ts';
import { HostGoneError } from './host-gone.ts';

export interface ErrorText {
  /** Code of the contract, or `unexpected` / `unreachable`. */
  code: ErrorCode | 'unexpected' | 'unreachable';
  /** What went wrong, in a few words. */
  title: string;
  /** What was kept and what to do next. */
  text: string;
  /** File, row, column, field; null where the complaint names none. */
  where: string | null;
}

/** A worded error that was kept as a value, such as why the last book could not be opened. */
export interface Problem extends ErrorData {
  code: string;
}

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorTable, code);

const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && !(value instanceof Error) && 'code' in value && typeof value.code === 'string';

/** The contract's code and data of an error; null for anything that is not worded there. */
export function readError(error: unknown): { code: ErrorCode; data: ErrorData } | null {
  if (isProblem(error)) return isCode(error.code) ? { code: error.code, data: error } : null;
  if (!(error instanceof ORPCError) || !isCode(error.code)) return null;
  const data: unknown = error.data;
  return { code: error.code, data: typeof data === 'object' && data !== null ? data : {} };
}

/** Words any error: what, where, what was kept, the next action. */
export function useErrorText(): (error: unknown) => ErrorText {
  const { t } = useTranslation('errors');
  return useCallback((error) => {
    const known = readError(error);
    if (!known) {
      const code = error instanceof HostGoneError ? 'unreachable' : 'unexpected';
      return { code, title: t(`title.${code}`), text: t(code), where: null };
    }
    const { file, row, column, field, path } = known.data.where ?? {};
    const values = { file, row, column, field, path, ...known.data.params };
    const places = [
      file === undefined ? null : t('place.file', { file }),
      row === undefined ? null : t('place.row', { row }),
      column === undefined ? null : t('place.column', { column }),
      field === undefined ? null : t('place.field', { field: t(`field.${field}`, { defaultValue: field }) }),
      path === undefined ? null : path,
    ].filter((place) => place !== null);
    return {
      code: known.code,
      title: t(`title.${known.code}`, values),
      text: t(known.code, values),
      where: places.length > 0 ? places.join(t('place.join')) : null,
    };
  }, [t]);
}
