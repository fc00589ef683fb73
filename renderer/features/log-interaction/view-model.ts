import { parseWhen, splitDue } from '#shared/domain/interaction/parse-when.ts';
import { logInteractionSchema, type LogInteraction } from '#shared/domain/interaction/model.ts';
import { formatDate } from '#shared/kernel/format-date.ts';
import type { FormatLanguage } from '#shared/kernel/format-number.ts';
import { addDays, daysBetween, type IsoDate } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import type { DraftStep, LogDraft } from './log-draft.ts';

/** The wall of the book's time zone at the moment the form is used. */
export interface WallClock {
  date: IsoDate;
  time: string;
}

export interface WhenWords {
  yesterday: string;
  today: string;
  tomorrow: string;
  /** Puts a length in minutes behind the rest, as `, 45 min`. */
  length: (minutes: number) => string;
}

export type LogIssue = { field: 'account' | 'when' | 'people' | 'summary' | 'notes' | 'decisions' | 'steps'; code: 'missing' | 'unread' | 'pending' | 'too-long' };

type When = Pick<LogDraft, 'date' | 'time' | 'durationMinutes'>;

const MINUTES_PER_STEP = 15;

/** The quarter of an hour that has begun last: nobody remembers that a call began at 10:47. */
function roundedDown(time: string): string {
  const minutes = Number(time.slice(3, 5));
  return `${time.slice(0, 3)}${String(minutes - (minutes % MINUTES_PER_STEP)).padStart(2, '0')}`;
}

/** An empty form: a meeting today, with the keeper of the book taking part, and with the person it is opened for. */
export function emptyDraft(clock: WallClock, me: { id: string; name: string } | null, account: LogDraft['account'], person?: { id: string; name: string; title: string }): LogDraft {
  return {
    version: 1, kind: 'meeting', account, date: clock.date, time: roundedDown(clock.time), durationMinutes: null, unreadWhen: null, place: '',
    people: person ? [{ id: person.id, name: person.name, title: person.title, isNew: false }] : [], colleagues: me ? [{ id: me.id, name: me.name }] : [], summary: '', notes: '', decisions: '', steps: [],
  };
}

/** True when the form holds nothing that a person typed or chose, so that there is nothing to keep. */
export function isUntouched(draft: LogDraft, empty: LogDraft): boolean {
  const plain = ({ date: _date, time: _time, ...rest }: LogDraft): string => JSON.stringify({ ...rest, steps: rest.steps.filter((step) => step.text.trim() !== '') });
  return plain(draft) === plain(empty);
}

/** Takes typed words over into the draft; words nobody can read stay as they are and are marked. */
export function readWhen(draft: LogDraft, text: string, clock: WallClock): LogDraft {
  const when = parseWhen(text, clock, 'past');
  if (when === null) return { ...draft, unreadWhen: text };
  return { ...draft, unreadWhen: null, date: when.date ?? clock.date, time: when.time ?? draft.time, durationMinutes: when.durationMinutes };
}

/** Beyond this a day without its year would be read as that of another year. */
const YEARLESS_DAYS = 180;

/** The time as the parser reads it back: `Today 10:00, 45 min`, `12月1日 10:00`. */
export function whenText({ date, time, durationMinutes }: When, today: IsoDate, language: FormatLanguage, words: WhenWords): string {
  const near = new Map([[addDays(today, -1), words.yesterday], [today, words.today], [addDays(today, 1), words.tomorrow]]);
  const day = near.get(date) ?? formatDate(date, language, Math.abs(daysBetween(date, today)) < YEARLESS_DAYS ? today : undefined);
  return `${day} ${time}${durationMinutes === null ? '' : words.length(durationMinutes)}`;
}

const weekdays = new Map<FormatLanguage, Intl.DateTimeFormat>();

/** Short name of the day: `Wed`, `周三`. */
export function weekdayName(date: IsoDate, language: FormatLanguage): string {
  const format = weekdays.get(language) ?? new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  weekdays.set(language, format);
  return format.format(Date.parse(`${date}T00:00:00Z`));
}

/** Title and due date of a next step: a picked date goes before the words of the text. */
export function stepDue(step: DraftStep, today: IsoDate): { title: string; dueOn: IsoDate | null; span: { from: number; to: number } | null } {
  if (step.pickedDue !== null) return { title: step.text.trim(), dueOn: step.pickedDue, span: null };
  return splitDue(step.text, today);
}

/**
 * The draft as the contract wants it, or what keeps it from being saved.
 * @param pending text typed among the people that was neither picked nor made into a new person
 */
export function toLogInput(draft: LogDraft, pending: string, clock: WallClock, timeZone: string): { input: LogInteraction | null; issues: LogIssue[] } {
  const issues: LogIssue[] = [];
  if (draft.account === null) issues.push({ field: 'account', code: 'missing' });
  if (draft.unreadWhen !== null) issues.push({ field: 'when', code: 'unread' });
  if (pending.trim() !== '') issues.push({ field: 'people', code: 'pending' });
  if (draft.summary.trim() === '') issues.push({ field: 'summary', code: 'missing' });
  const steps = draft.steps.filter((step) => step.text.trim() !== '');
  const parsed = logInteractionSchema.safeParse({
    accountId: draft.account?.id ?? '',
    kind: draft.kind,
    at: instantInZone(draft.date, draft.time, timeZone),
    durationMinutes: draft.durationMinutes,
    place: draft.place.trim() || null,
    summary: draft.summary.trim() || '–',
    notes: draft.notes.trim(),
    decisions: draft.decisions.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n'),
    personIds: draft.people.filter((person) => !person.isNew).map((person) => person.id),
    colleagueIds: draft.colleagues.map((colleague) => colleague.id),
    newPeople: draft.people.filter((person) => person.isNew).map((person) => ({ key: person.id, name: person.name, title: person.title.trim() || null })),
    nextSteps: steps.map((step) => {
      const { title, dueOn } = stepDue(step, clock.date);
      return {
        title, dueOn,
        colleagueId: step.owner?.kind === 'colleague' ? step.owner.id : null,
        personId: step.owner?.kind === 'person' ? step.owner.id : null,
      };
    }),
  });
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => path[0]));
    for (const field of ['summary', 'notes', 'decisions'] as const) if (fields.has(field)) issues.push({ field, code: 'too-long' });
    if (fields.has('nextSteps')) issues.push({ field: 'steps', code: 'too-long' });
  }
  return { input: parsed.success && issues.length === 0 ? parsed.data : null, issues };
}
