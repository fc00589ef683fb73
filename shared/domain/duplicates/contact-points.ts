import { foldText } from '#shared/kernel/fold-text.ts';

/** Whoever has an address here says nothing of the company. */
const FREE_MAIL = new Set((
  'qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn wo.cn aliyun.com tom.com 21cn.com 263.net '
  + 'gmail.com googlemail.com hotmail.com hotmail.co.uk outlook.com live.com msn.com yahoo.com yahoo.co.uk yahoo.co.jp yahoo.com.cn ymail.com icloud.com me.com '
  + 'mac.com aol.com gmx.de gmx.net web.de t-online.de mail.com mail.ru yandex.ru proton.me protonmail.com naver.com orange.fr wanadoo.fr free.fr libero.it'
).split(' '));

const SHARED_BOX = /^(?:info|sales|contact|office|admin|hr|service|support|mail|hello|marketing|purchasing|accounts?|no-?reply)$/;

/** The host of a web address without `www.`; null where it names none, or only a free provider's. */
export function websiteDomain(website: string | null): string | null {
  const host = foldText(website ?? '').replace(/^[a-z]+:\/\//, '').replace(/[/?#:].*$/, '').replace(/^www\d?\./, '').replace(/\.$/, '');
  return /^[^\s.@]+(?:\.[^\s.@]+)+$/.test(host) && !FREE_MAIL.has(host) ? host : null;
}

/** The domain of a mail address; null for a free provider's. */
export function mailDomain(email: string | null): string | null {
  const text = foldText(email ?? '');
  const at = text.lastIndexOf('@');
  return at > 0 ? websiteDomain(text.slice(at + 1)) : null;
}

/** A person's own mail address as it is compared; null for one that several people read. */
export function ownAddress(email: string | null): string | null {
  const text = foldText(email ?? '').replace(/^mailto:/, '');
  const [box = '', host = ''] = text.split('@');
  return box !== '' && host.includes('.') && !SHARED_BOX.test(box) ? text : null;
}

/** A telephone number's digits without the prefix for abroad and China's country code; null for fewer than seven. */
export function phoneDigits(phone: string | null): string | null {
  const digits = foldText(phone ?? '').replace(/(?:ext|x|转|轉|分机).*$/, '').replace(/\D/g, '').replace(/^0086/, '').replace(/^00/, '').replace(/^86(?=\d{10,})/, '').replace(/^0(?=\d{9,})/, '');
  return digits.length >= 7 ? digits : null;
}

/** Whether the digits are a Chinese mobile number, which one person has. */
export const isMobile = (digits: string): boolean => /^1[3-9]\d{9}$/.test(digits);
