/** The program's mark: a keel with its ballast. */
export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="6.5" fill="var(--bl-brand)" />
      <path d="M5 10.2h14l-2.1 6.2a2.4 2.4 0 0 1-2.3 1.6H9.4a2.4 2.4 0 0 1-2.3-1.6z" fill="#fff" />
      <rect x="10" y="5.2" width="4" height="3.3" rx="1" fill="#fff" opacity=".75" />
    </svg>
  );
}
