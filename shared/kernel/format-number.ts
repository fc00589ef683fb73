/** Languages that numbers and dates are worded in. */
export type FormatLanguage = 'en' | 'zh-CN';

/** Stands where there is no data; never 0. */
export const NO_DATA = '–';

const formats = new Map<string, Intl.NumberFormat>();

/**
 * A number with grouping and a true minus.
 * @param digits fixed number of decimals
 * @param signed puts + before what is above zero
 */
export function formatNumber(value: number, language: FormatLanguage, digits = 0, signed = false): string {
  const key = `${language} ${digits} ${signed}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, {
      minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: signed ? 'exceptZero' : 'negative',
    });
    formats.set(key, format);
  }
  return format.format(value).replace('-', '−');
}
