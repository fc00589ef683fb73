import { companyKey } from '#shared/domain/name/company-key.ts';
import { mailDomain, phoneDigits, websiteDomain } from './contact-points.ts';
import type { LikeRecord } from './model.ts';
import { spellCompany } from './spell-key.ts';

export interface AccountLook {
  id: string;
  name: string;
  alias: string | null;
  website: string | null;
  phone: string | null;
  /** Pinyin of the Chinese names, each begun by a line break, as in `name_key`. */
  pinyin: string | null;
  /** Mail addresses of its people; only their domains matter. */
  emails: readonly string[];
}

/** What an account is compared by. A second name is held against the names of others, not only against their second names. */
export function accountKeys({ id, name, alias, website, phone, pinyin, emails }: AccountLook): LikeRecord {
  const keys: LikeRecord['keys'] = [];
  const own = companyKey(name);
  const second = alias === null ? '' : companyKey(alias);
  if (own !== '') keys.push({ reason: 'name', key: own, value: null });
  for (const key of new Set([own, second])) if (key !== '') keys.push({ reason: 'alias', key, value: null });
  const domains = new Set([websiteDomain(website), ...emails.map(mailDomain)].filter((domain) => domain !== null));
  for (const domain of domains) keys.push({ reason: 'domain', key: domain, value: domain });
  const digits = phoneDigits(phone);
  if (digits !== null) keys.push({ reason: 'phone', key: digits, value: phone });
  const spelled = [...(pinyin ?? '').split('\n').filter((line) => line !== '').map(spellCompany), ...[own, second].filter((key) => /^[a-z]{6,}$/.test(key))];
  for (const key of new Set(spelled)) if (key !== null) keys.push({ reason: 'pinyin', key, value: null });
  return { id, keys };
}
