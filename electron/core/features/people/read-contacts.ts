import type Database from 'better-sqlite3';
import type { Contact } from '#shared/domain/person/model.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { prepared } from '#core/db/prepared.ts';
import type { MeasureContext } from '#core/measures/measure-request.ts';

type RawContact = Omit<Contact, 'buyingRoles'> & { buyingRoles: string };

const CONTACTS = `
  SELECT o.id AS positionId, o.person_id AS personId, o.account_id AS accountId, p.name, p.phone, p.mobile, p.email, p.wechat,
    p.external_id AS externalId, p.birthday, p.keep_in_touch_days AS keepInTouchDays, o.title, o.department, o.reports_to_id AS reportsToId, o.buying_roles AS buyingRoles, o.influence, o.attitude,
    (SELECT b.name FROM position r JOIN person b ON b.id = r.person_id WHERE r.id = o.reports_to_id) AS reportsToName,
    (SELECT max(i.at) FROM interaction_person l CROSS JOIN interaction i ON i.id = l.interaction_id
      WHERE l.person_id = o.person_id AND i.account_id = +@accountId AND i.at < +@end) AS lastInteractionAt
  FROM position o CROSS JOIN person p ON p.id = o.person_id LEFT JOIN name_key n ON n.kind = 'person' AND n.id = p.id
  WHERE o.account_id = +@accountId ORDER BY coalesce(n.sort, p.name), o.id`;

/** The people of an account by name, with the last time each was met there up to the as-of date. */
export function readContacts(db: Database.Database, accountId: string, { asOf, timeZone }: MeasureContext): Contact[] {
  const end = instantInZone(addDays(asOf, 1), '00:00', timeZone);
  return prepared<RawContact>(db, CONTACTS).all({ accountId, end })
    .map((raw) => ({ ...raw, buyingRoles: JSON.parse(raw.buyingRoles) as Contact['buyingRoles'] }));
}
