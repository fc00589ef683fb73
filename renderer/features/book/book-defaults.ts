const BY_REGION: Record<string, string> = {
  AU: 'AUD', BR: 'BRL', CA: 'CAD', CH: 'CHF', CN: 'CNY', CZ: 'CZK', DK: 'DKK', GB: 'GBP', HK: 'HKD', ID: 'IDR', IN: 'INR', JP: 'JPY', KR: 'KRW',
  MO: 'MOP', MX: 'MXN', MY: 'MYR', NO: 'NOK', NZ: 'NZD', PH: 'PHP', PL: 'PLN', SE: 'SEK', SG: 'SGD', TH: 'THB', TR: 'TRY', TW: 'TWD', US: 'USD',
  VN: 'VND', ZA: 'ZAR',
};

const EURO_REGIONS = new Set('AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' '));

/** Zones of one currency, asked first: many who work in China use a program in English. */
const BY_ZONE: Record<string, string> = {
  'Asia/Shanghai': 'CNY', 'Asia/Chongqing': 'CNY', 'Asia/Harbin': 'CNY', 'Asia/Urumqi': 'CNY', 'Asia/Hong_Kong': 'HKD', 'Asia/Taipei': 'TWD',
  'Asia/Singapore': 'SGD', 'Asia/Tokyo': 'JPY', 'Asia/Seoul': 'KRW', 'Europe/London': 'GBP', 'Europe/Zurich': 'CHF',
};

const regionOf = (language: string): string | undefined => {
  try {
    return new Intl.Locale(language).maximize().region;
  } catch {
    return undefined;
  }
};

/**
 * The currency a new book is likely to be kept in.
 * @param languages as the browser lists them
 * @param timeZone IANA name
 */
export function guessCurrency(languages: readonly string[], timeZone: string): string {
  const byZone = BY_ZONE[timeZone];
  if (byZone) return byZone;
  const region = regionOf(languages[0] ?? 'en-US') ?? 'US';
  return EURO_REGIONS.has(region) ? 'EUR' : BY_REGION[region] ?? 'USD';
}
