import { parseAnniversary } from '#shared/domain/calendar/anniversary.ts';
import { buyingRoles, type Contact } from '#shared/domain/person/model.ts';

export type BuyingRole = (typeof buyingRoles)[number];

const decidingRoles: readonly BuyingRole[] = ['economic', 'decisionMaker', 'approver', 'sponsor'];

/** Roles that decide are tinted, the others stay quiet. */
export const isDeciding = (role: BuyingRole): boolean => decidingRoles.includes(role);

const textFields = ['name', 'title', 'department', 'phone', 'mobile', 'email', 'wechat'] as const;
type PersonTextField = (typeof textFields)[number];

/** What the form holds: texts are never null there. */
export interface PersonForm extends Record<PersonTextField, string> {
  reportsToId: string | null;
  buyingRoles: BuyingRole[];
  /** As the book writes it; empty for none. */
  birthday: string;
  keepInTouchDays: string;
}

/** The form of a contact, or a blank one. */
export function formOf(contact: Contact | null): PersonForm {
  const texts = Object.fromEntries(textFields.map((field) => [field, contact?.[field] ?? ''])) as Record<PersonTextField, string>;
  return { ...texts, reportsToId: contact?.reportsToId ?? null, buyingRoles: contact?.buyingRoles ?? [], birthday: contact?.birthday ?? '', keepInTouchDays: String(contact?.keepInTouchDays ?? '') };
}

const blankToNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the core gets of a form: every field, blank ones as null. */
export function fieldsOf(form: PersonForm) {
  return {
    name: form.name.trim(), title: blankToNull(form.title), department: blankToNull(form.department), phone: blankToNull(form.phone),
    mobile: blankToNull(form.mobile), email: blankToNull(form.email), wechat: blankToNull(form.wechat),
    reportsToId: form.reportsToId, buyingRoles: buyingRoles.filter((role) => form.buyingRoles.includes(role)),
    birthday: blankToNull(form.birthday), keepInTouchDays: form.keepInTouchDays === '' ? null : Number(form.keepInTouchDays),
  };
}

export const isBirthday = (text: string): boolean => text === '' || parseAnniversary(text) !== null;

export const isInterval = (text: string): boolean => text === '' || (Number(text) >= 1 && Number(text) <= 3650);

/** Only what the form changed of a contact; empty when nothing was. */
export function patchOf(contact: Contact, form: PersonForm): Partial<ReturnType<typeof fieldsOf>> {
  const fields = fieldsOf(form);
  const same = (field: keyof typeof fields): boolean => JSON.stringify(fields[field]) === JSON.stringify(field === 'buyingRoles' ? buyingRoles.filter((role) => contact.buyingRoles.includes(role)) : contact[field]);
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !same(field as keyof typeof fields)));
}

/** Whom a contact may report to: everyone at the account but the contact and those who report to him or her, over any steps. */
export function possibleManagers(contacts: readonly Contact[], positionId: string | null): Contact[] {
  const below = new Set(positionId === null ? [] : [positionId]);
  for (let grew = true; grew;) {
    const before = below.size;
    for (const contact of contacts) if (contact.reportsToId !== null && below.has(contact.reportsToId)) below.add(contact.positionId);
    grew = below.size > before;
  }
  return contacts.filter((contact) => !below.has(contact.positionId));
}
