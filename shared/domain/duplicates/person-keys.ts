import { foldText } from '#shared/kernel/fold-text.ts';
import { isMobile, ownAddress, phoneDigits } from './contact-points.ts';
import type { LikeRecord } from './model.ts';
import { spellPerson } from './spell-key.ts';

export interface PersonLook {
  id: string;
  name: string;
  email: string | null;
  mobile: string | null;
  phone: string | null;
  /** Pinyin of a Chinese name, begun by a line break, as in `name_key`. */
  pinyin: string | null;
  /** The accounts where the person works, each by the head of its group. */
  groups: readonly string[];
}

const HAN = /\p{Script=Han}/u;

/** Words in any order: "Anders, Maria" is "Maria Anders". */
function personKey(folded: string): string {
  if (HAN.test(folded)) return folded.replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').toSorted().join(' ');
}

/** What a person is compared by: names only among those of one group of accounts, since many people share a name. */
export function personKeys({ id, name, email, mobile, phone, pinyin, groups }: PersonLook): LikeRecord {
  const keys: LikeRecord['keys'] = [];
  const folded = foldText(name);
  const written = personKey(folded);
  const spelled = pinyin ? pinyin.split('\n').map((line) => line.replaceAll(' ', '')) : spellPerson(folded);
  for (const group of new Set(groups)) {
    if (written !== '') keys.push({ reason: 'name', key: `${group} ${written}`, value: null });
    for (const sound of spelled) if (sound.length > 3) keys.push({ reason: 'pinyin', key: `${group} ${sound}`, value: null });
  }
  const address = ownAddress(email);
  if (address !== null) keys.push({ reason: 'email', key: address, value: address });
  const numbers = [phoneDigits(mobile), ...[phoneDigits(phone)].filter((digits) => digits !== null && isMobile(digits))];
  for (const digits of new Set(numbers)) if (digits !== null) keys.push({ reason: 'mobile', key: digits, value: digits });
  return { id, keys };
}
