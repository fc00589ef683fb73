/** A number, or an address that breaks before its @ where the column is narrow, so that all of it can be read. */
export function ReachText({ text }: { text: string | null }) {
  const at = text?.lastIndexOf('@') ?? -1;
  if (text === null || at <= 0) return text;
  return <>{text.slice(0, at)}<wbr />{text.slice(at)}</>;
}
