/**
 * Numbers of days typed one after another, apart by commas, spaces or the like.
 * @returns each once, the largest first; null when one is no whole number up to `max`, or there are more than `count`
 */
export function readDays(text: string, max: number, count: number): number[] | null {
  const parts = text.split(/[\s,;，、；]+/u).filter((part) => part !== '');
  if (!parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= max)) return null;
  const days = [...new Set(parts.map(Number))].toSorted((a, b) => b - a);
  return days.length > count ? null : days;
}
