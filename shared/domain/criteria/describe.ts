import { criteriaField, type FieldKind } from './fields.ts';
import { isGroup, type Criteria, type Rule } from './model.ts';
import { valueShape } from './operators.ts';

/** Words of `criteria.json` and the formats of a language. Money in 1/10,000, shares 0 … 1. */
export interface CriteriaVoice {
  words: (key: string, params?: Record<string, string | number>) => string;
  money: (value: number) => string;
  number: (value: number) => string;
  percent: (value: number) => string;
  day: (value: string) => string;
}

/** A stretch of a sentence; strong stretches are the values. */
export interface SaidPart {
  text: string;
  strong: boolean;
}

/** Stands around a value while the sentence is made; no text that a person types holds it. */
const MARK = '\u0001';

/** The name of a field or measure, with the stretch it looks back over. */
export function fieldName(id: string, { words }: Pick<CriteriaVoice, 'words'>): string {
  const field = criteriaField(id);
  if (!field) return id;
  if (field.source === 'account') return words(`field.${field.field}`);
  const name = words(`measure.${field.measure.replace('.', '_')}`);
  if (!field.window) return name;
  if ('months' in field.window) return words('overMonths', { name, count: field.window.months });
  return 'days' in field.window ? words('overDays', { name, count: field.window.days }) : name;
}

function valueText(kind: FieldKind, value: unknown, voice: CriteriaVoice): string {
  if (typeof value === 'string') return kind === 'date' ? voice.day(value) : value;
  if (typeof value !== 'number') return String(value);
  if (kind === 'money') return voice.money(value);
  return kind === 'share' ? voice.percent(value) : voice.number(value);
}

function sentence({ field: id, operator, value }: Rule, voice: CriteriaVoice): string {
  const field = criteriaField(id);
  if (!field) return id;
  const name = fieldName(id, voice);
  const marked = (text: string): string => `${MARK}${text}${MARK}`;
  if (field.kind === 'flag') return voice.words(`flag.${id}.${value === true ? 'yes' : 'no'}`);
  const date = field.kind === 'date' ? 'date.' : '';
  switch (valueShape(operator)) {
    case 'none': return voice.words(`say.${operator}`, { field: name });
    case 'days': {
      const count = Number(value);
      const days = marked(voice.words('days', { count, number: voice.number(count) }));
      const key = operator === 'noneFor' && field.source === 'measure' ? `noneFor.${field.measure.replace('.', '_')}` : `say.${operator}`;
      return voice.words(key, { field: name, days });
    }
    case 'two': {
      const [from, to] = Array.isArray(value) ? value : [];
      return voice.words('say.between', { field: name, from: marked(valueText(field.kind, from, voice)), to: marked(valueText(field.kind, to, voice)) });
    }
    case 'list': {
      const texts = (Array.isArray(value) ? value : []).map((one) => valueText(field.kind, one, voice));
      const last = texts.pop() ?? '';
      const list = texts.length === 0 ? last : voice.words('list', { first: texts.join(voice.words('comma')), last });
      return voice.words(`say.${operator}`, { field: name, value: marked(list) });
    }
    case 'one': return voice.words(`say.${date}${operator}`, { field: name, value: marked(valueText(field.kind, value, voice)) });
  }
}

/** One condition as a sentence, in parts: “City is ” and, strong, “上海”. */
export function describeRule(rule: Rule, voice: CriteriaVoice): SaidPart[] {
  return sentence(rule, voice).split(MARK).map((text, index) => ({ text, strong: index % 2 === 1 })).filter(({ text }) => text !== '');
}

/** A whole criterion in plain words; groups inside it stand in brackets. Empty for one that holds for everything. */
export function describeCriteria({ combinator, not, rules }: Criteria, voice: CriteriaVoice): string {
  const parts = rules.map((part) => (isGroup(part)
    ? voice.words('bracket', { text: describeCriteria(part, voice) })
    : describeRule(part, voice).map(({ text }) => text).join('')));
  const text = parts.join(voice.words(combinator === 'and' ? 'andJoin' : 'orJoin'));
  return not && text !== '' ? voice.words('not', { text }) : text;
}
