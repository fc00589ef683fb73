const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 正月 for 1 … 腊月 for 12. */
export const lunarMonthName = (month: number): string => `${MONTHS[month - 1] ?? ''}月`;

/** 初一 for 1 … 三十 for 30. */
export function lunarDateName(day: number): string {
  if (day <= 10) return `初${DIGITS[day - 1] ?? ''}`;
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${day < 20 ? '十' : '廿'}${DIGITS[(day % 10) - 1] ?? ''}`;
}

/** 十月十五, 闰四月初一: written so in both languages. */
export function lunarDayName({ month, leap, day }: { month: number; leap: boolean; day: number }): string {
  return `${leap ? '闰' : ''}${lunarMonthName(month)}${lunarDateName(day)}`;
}
