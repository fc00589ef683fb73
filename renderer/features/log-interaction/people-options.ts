import type { NameHit } from '#shared/contract/people.ts';
import type { Colleague } from '#shared/domain/colleague/model.ts';
import type { Contact } from '#shared/domain/person/model.ts';
import type { DraftPerson, LogDraft, StepOwner } from './log-draft.ts';

/** Someone who can be picked: of the customer's side or of ours. */
export interface PersonOption {
  kind: 'person' | 'colleague';
  id: string;
  name: string;
  /** Title, and the account where it is another one. */
  detail: string | null;
  pinyin: NameHit['pinyin'];
}

type Chosen = Pick<LogDraft, 'people' | 'colleagues'>;

const SUGGESTED_CONTACTS = 7;
const SUGGESTED_COLLEAGUES = 3;

const isFree = ({ people, colleagues }: Chosen) => (option: { kind: string; id: string }): boolean =>
  !(option.kind === 'person' ? people : colleagues).some(({ id }) => id === option.id);

/** Whom to offer before anything is typed: the account's people, those met last first, then colleagues. */
export function suggestPeople(contacts: Contact[], colleagues: Colleague[], chosen: Chosen): PersonOption[] {
  const free = isFree(chosen);
  const met = contacts.toSorted((a, b) => (b.lastInteractionAt ?? 0) - (a.lastInteractionAt ?? 0));
  const theirs = met.map((contact): PersonOption => ({ kind: 'person', id: contact.personId, name: contact.name, detail: contact.title, pinyin: null }));
  const ours = colleagues.map((colleague): PersonOption => ({ kind: 'colleague', id: colleague.id, name: colleague.name, detail: colleague.title, pinyin: null }));
  const once = theirs.filter((option, index) => theirs.findIndex(({ id }) => id === option.id) === index);
  return [...once.filter(free).slice(0, SUGGESTED_CONTACTS), ...ours.filter(free).slice(0, SUGGESTED_COLLEAGUES)];
}

/** What a search found, without those who take part already. */
export function hitOptions(hits: NameHit[], chosen: Chosen): PersonOption[] {
  return hits.flatMap(({ kind, id, name, detail, pinyin }): PersonOption[] => (kind === 'account' ? [] : [{ kind, id, name, detail, pinyin }])).filter(isFree(chosen));
}

/** Name and title of someone new, typed as `Chen Li, CIO` or `陈立，首席信息官`. */
export function readNewPerson(text: string): { name: string; title: string } {
  const [name = '', ...rest] = text.split(/[,，、]/);
  return { name: name.trim(), title: rest.join(' ').trim() };
}

/** The title alone: a search names the account behind it, which goes without saying when it is the one at hand. */
function titleOf(detail: string | null, accountName: string | undefined): string {
  const end = accountName === undefined ? '' : accountName;
  const short = detail !== null && end !== '' && detail.endsWith(end) ? detail.slice(0, -end.length) : (detail ?? '');
  return short.replace(/\s*·\s*$/, '');
}

/** Adds a picked person or colleague. */
export function withPerson<C extends Chosen & Pick<LogDraft, 'account'>>(chosen: C, option: PersonOption): C {
  if (!isFree(chosen)(option)) return chosen;
  if (option.kind === 'colleague') return { ...chosen, colleagues: [...chosen.colleagues, { id: option.id, name: option.name }] };
  const person: DraftPerson = { id: option.id, name: option.name, title: titleOf(option.detail, chosen.account?.name), isNew: false };
  return { ...chosen, people: [...chosen.people, person] };
}

/** Adds someone the book does not know yet; the key stands for the id until saving gives one. */
export function withNewPerson(draft: LogDraft, typed: string): LogDraft {
  const keys = draft.people.filter((person) => person.isNew).map((person) => Number(person.id.replace('new:', '')));
  const person: DraftPerson = { id: `new:${1 + Math.max(0, ...keys)}`, ...readNewPerson(typed), isNew: true };
  return { ...draft, people: [...draft.people, person] };
}

/** Takes someone out; next steps that a new person would have owned fall back to nobody. */
export function withoutPerson(draft: LogDraft, kind: 'person' | 'colleague', id: string): LogDraft {
  if (kind === 'colleague') return { ...draft, colleagues: draft.colleagues.filter((colleague) => colleague.id !== id) };
  const wasNew = draft.people.some((person) => person.id === id && person.isNew);
  const steps = wasNew ? draft.steps.map((step) => (step.owner?.id === id ? { ...step, owner: null } : step)) : draft.steps;
  return { ...draft, steps, people: draft.people.filter((person) => person.id !== id) };
}

/** Who may own a next step: colleagues; and of the customer those who took part, then the account's others. */
export function stepOwners(contacts: Contact[], colleagues: Colleague[], draft: LogDraft): { ours: StepOwner[]; theirs: StepOwner[] } {
  const present = draft.people.map(({ id, name }): StepOwner => ({ kind: 'person', id, name }));
  const others = contacts.map(({ personId, name }): StepOwner => ({ kind: 'person', id: personId, name }));
  const theirs = [...present, ...others].filter((owner, index, all) => all.findIndex(({ id }) => id === owner.id) === index);
  return { theirs, ours: colleagues.map(({ id, name }): StepOwner => ({ kind: 'colleague', id, name })) };
}
