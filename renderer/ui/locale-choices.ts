/**
 * Currencies to choose from, each with its name in `language`, by code.
 * @param own the one that is set already: always among them
 */
export function currencyChoices(language: string, own?: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const all = Intl.supportedValuesOf('currency');
  return (own === undefined || all.includes(own) ? all : [own, ...all]).map((code) => ({ value: code, label: `${code} ${names.of(code) ?? ''}`.trim() }));
}

/** IANA zones to choose from; the computer's or the book's own is always among them. */
export function zoneChoices(own: string): string[] {
  const all = Intl.supportedValuesOf('timeZone');
  return all.includes(own) ? all : [own, ...all];
}
