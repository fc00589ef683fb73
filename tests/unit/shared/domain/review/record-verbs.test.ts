import { describe, expect, it } from 'vitest';
import { checkReview } from '#shared/domain/review/check-review.ts';
import type { ReviewFacts } from '#shared/domain/review/facts.ts';
import { forgetPerson } from '#shared/domain/review/forget-person.ts';
import { migrateFrozen } from '#shared/domain/review/frozen.ts';
import { missingRoles, peopleOf } from '#shared/domain/review/people-groups.ts';
import { proposeDay, proposePeople } from '#shared/domain/review/propose-review.ts';
import { sectionKinds } from '#shared/domain/review/record.ts';
import { rowsKey } from '#shared/domain/review/rows.ts';
import { builtInTemplates, migrateTemplate } from '#shared/domain/review/template.ts';
import { reviewFacts, reviewItem, reviewPerson } from '#tests/builders/review-facts.ts';

const state = (id: string, change: Partial<ReviewFacts> = {}) => checkReview(reviewFacts(change)).checks.find((check) => check.id === id);

describe('what a review still lacks', () => {
  it('is due so many days before the meeting', () => {
    expect(state('risks')).toMatchObject({ ahead: 10, dueOn: '2026-11-23', state: 'empty', count: 1, goal: 'section' });
    expect(state('agenda')).toMatchObject({ ahead: 2, dueOn: '2026-12-01' });
  });

  it('is seen in each part of the review', () => {
    const { figures, head } = reviewFacts();
    expect(state('risks', { items: [reviewItem('risk', 'x')] })?.state).toBe('done');
    expect(state('results')?.state).toBe('done');
    expect(state('results', { figures: { ...figures, current: { ...figures.current, margin: null } } })?.state).toBe('half');
    expect(state('service', { figures: { ...figures, decisionCount: 0 } })?.state).toBe('half');
    expect(state('owners')).toMatchObject({ state: 'half', count: 2 });
    expect(state('owners', { figures: { ...figures, nextSteps: [], nextStepCount: 0 } })?.state).toBe('empty');
    expect(state('place', { head: { ...head, place: 'Wuxi' } })?.state).toBe('done');
    expect(state('participants', { participants: { people: [{ id: 'p', name: 'P', title: null }], colleagues: [] } })?.state).toBe('half');
    expect(state('quiet')).toBeUndefined();
    expect(state('quiet', { people: [reviewPerson('Su Min', { roles: ['champion'] })] })).toMatchObject({ state: 'half', names: ['Su Min'] });
    expect(state('roles', { people: [reviewPerson('Su Min', { roles: ['champion'] })] })).toMatchObject({ state: 'half', names: ['decides', 'technical', 'user'] });
    expect(state('since')).toBeUndefined();
    expect(state('strategy', { sections: [{ kind: 'strategy', hidden: false, commentary: 'x' }] })?.state).toBe('done');
  });

  it('leaves hidden sections out, and counts half for what is half done', () => {
    const sections = [{ kind: 'results' as const, hidden: false, commentary: '' }, { kind: 'risks' as const, hidden: true, commentary: '' }];
    const readiness = checkReview(reviewFacts({ sections, participants: { people: [], colleagues: [{ id: 'c', name: 'C' }] } }));
    expect(readiness.checks.map(({ id }) => id)).toEqual(['results', 'participants', 'place']);
    expect(readiness.percent).toBe(50);
  });

  it('gives a section the worst of its states; the actions wait for the meeting', () => {
    const { sections } = checkReview(reviewFacts({ people: [reviewPerson('Su Min', { roles: ['champion'] })] }));
    expect(sections).toMatchObject({ relationships: 'half', results: 'done', agenda: 'empty', actions: 'empty', since: 'done' });
    expect(checkReview(reviewFacts({ items: [reviewItem('decision', 'x')] })).sections['actions']).toBe('done');
  });
});

describe('people', () => {
  const people = [
    reviewPerson('a', { roles: ['approver'], lastOn: '2026-10-24', attitude: 2 }), reviewPerson('b', { roles: ['sponsor'], lastOn: '2026-10-23', attitude: -2 }), reviewPerson('c', { roles: ['user'] }),
  ];

  it.each([['mapped', 'abc'], ['deciding', 'ab'], ['favourable', 'a'], ['against', 'b'], ['quiet', 'b']] as const)('%s', (group, names) => {
    expect(peopleOf(people, group, '2026-11-23').map(({ name }) => name).join('')).toBe(names);
  });

  it('the roles that nobody holds are named', () => expect(missingRoles(people)).toEqual(['technical']));

  it('those who decide are proposed', () => expect(proposePeople(people, '2026-11-23')).toEqual(['a', 'b']));
});

it.each([
  ['2026-11-23', '2026-12-03'],
  ['2026-11-24', '2026-12-04'],
  ['2026-11-25', '2026-12-07'],
  ['2026-11-26', '2026-12-07'],
  ['2026-11-27', '2026-12-07'],
  ['2026-11-28', '2026-12-08'],
  ['2026-11-29', '2026-12-09'],
  ['2026-11-30', '2026-12-10'],
  ['2026-12-01', '2026-12-11'],
  ['2026-12-02', '2026-12-14'],
  ['2026-12-03', '2026-12-14'],
  ['2026-12-04', '2026-12-14'],
  ['2026-12-05', '2026-12-15'],
  ['2026-12-06', '2026-12-16'],
  ['2026-12-18', '2026-12-28'],
  ['2026-12-25', '2027-01-04'],
  ['2028-02-19', '2028-02-29'],
])('a review on %s is proposed for %s, never a weekend', (today, day) => {
  expect(proposeDay(today)).toBe(day);
});

describe('documents', () => {
  it('a template is read by its version', () => {
    expect(migrateTemplate(builtInTemplates.standard)?.sections).toEqual([...sectionKinds]);
    for (const broken of [null, { version: 2, sections: ['results'] }, { version: 1, sections: [] }, { version: 1, sections: ['nonsense'] }]) expect(migrateTemplate(broken)).toBeNull();
  });

  it('a presented review of a newer version, or a broken one, is not read', () => {
    for (const broken of [null, {}, { version: 2 }, { version: 1, decks: {} }]) expect(migrateFrozen(broken)).toBeNull();
  });

  it('rows are kept once for numbers that share them', () => {
    expect(rowsKey({ kind: 'orders', from: 'a', to: 'b' })).toBe('orders|a|b');
    expect(rowsKey({ kind: 'orders', from: 'a', to: 'b', product: '' })).not.toBe(rowsKey({ kind: 'orders', from: 'a', to: 'b' }));
  });

  it('a person is struck out: rows that are theirs, names in every text', () => {
    const document = JSON.stringify({ people: [{ id: 'p', name: 'Su Min' }, { id: 'q', name: 'Other' }], pages: [{ text: 'Su Min, Chen and Su' }], n: 1 });
    expect(JSON.parse(forgetPerson(document, ['p'], ['Su Min']))).toEqual({ people: [{ id: 'q', name: 'Other' }], pages: [{ text: '–, Chen and Su' }], n: 1 });
    expect(forgetPerson(document, ['z'], ['Nobody', 'S'])).toBe(document);
  });
});
