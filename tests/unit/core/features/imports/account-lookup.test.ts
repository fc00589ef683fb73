import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountLookup } from '#core/features/imports/account-lookup.ts';
import { ImportPlan } from '#core/features/imports/import-plan.ts';
import type { PlannerContext } from '#core/features/imports/planner.ts';
import { plainChoices, type ImportChoices } from '#shared/domain/import/choices.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

let made: FeatureBook;
let ids: Record<string, string>;
beforeEach(() => {
  made = featureBook();
  ids = {};
  made.fill((fill) => {
    for (const [name, externalId] of [['恒岳重工集团有限公司', 'K1'], ['Acme Ltd.', undefined], ['Twin GmbH', 'T1'], ['Twin AG', 'T2'], ['Contoso', undefined]] as const) {
      ids[name] = fill.account(name, { externalId });
    }
  });
});
afterEach(() => made.dispose());

const lookup = (choices: Partial<ImportChoices> = {}): AccountLookup => {
  const context: PlannerContext = {
    db: made.book.db, uuid: () => made.deps.ports.ids.uuid(), now: () => 0, currency: 'CNY', columnOf: () => null, choices: { ...plainChoices, ...choices },
  };
  return new AccountLookup(context);
};
const plan = (): ImportPlan => new ImportPlan();
const asked = (name: string | undefined, externalId?: string) => ({ row: 2, name, externalId });

describe('the account that a row is about', () => {
  it('is that of its number, whatever it is called', () => {
    expect(lookup().own(asked('Something else', 'K1'), plan(), false)).toEqual({ ok: true, value: ids['恒岳重工集团有限公司'] });
  });

  it('is that of its name without legal form, where no number speaks against it', () => {
    expect(lookup().own(asked('恒岳重工'), plan(), false)).toEqual({ ok: true, value: ids['恒岳重工集团有限公司'] });
    expect(lookup().own(asked('ACME', '77'), plan(), false)).toEqual({ ok: true, value: ids['Acme Ltd.'] });
  });

  it('is doubtful with another number, told first and asked at the end', () => {
    const found = lookup();
    const first = plan();
    expect(found.own(asked('恒岳重工', '900'), first, false)).toEqual({ ok: false, error: 'account-doubtful' });
    expect(first.doubtful).toEqual([]);
    const last = plan();
    expect(found.own(asked('恒岳重工', '900'), last, true)).toEqual({ ok: false, error: 'account-doubtful' });
    expect(last.doubtful.map(({ name, candidates }) => [name, candidates.map((one) => one.name)])).toEqual([['恒岳重工', ['恒岳重工集团有限公司']]]);
  });

  it('is a new one where the file gave the other’s number to a row of its own', () => {
    const found = lookup();
    found.own(asked('恒岳重工集团有限公司', 'K1'), plan(), false);
    expect(found.own(asked('恒岳重工', '900'), plan(), true)).toEqual({ ok: true, value: undefined });
  });

  it('is doubtful where several are alike', () => {
    const last = plan();
    expect(lookup().own(asked('Twin'), last, true)).toEqual({ ok: false, error: 'account-doubtful' });
    expect(last.doubtful[0]?.candidates.map(({ externalId }) => externalId).toSorted()).toEqual(['T1', 'T2']);
  });

  it('is what a person said, unless the number is known already', () => {
    const choices = { sameAs: { twin: ids['Twin AG'] ?? null, acme: null } };
    expect(lookup(choices).own(asked('Twin'), plan(), false)).toEqual({ ok: true, value: ids['Twin AG'] });
    expect(lookup(choices).own(asked('Acme'), plan(), false)).toEqual({ ok: true, value: undefined });
    expect(lookup(choices).own(asked('Twin', 'T1'), plan(), false)).toEqual({ ok: true, value: ids['Twin GmbH'] });
    // A decision about an account that is gone decides nothing.
    expect(lookup({ sameAs: { twin: 'gone' } }).own(asked('Twin'), plan(), true)).toMatchObject({ ok: false });
  });

  it('is not another’s for a name of prototypes', () => {
    for (const name of ['constructor', '__proto__', 'toString']) expect(lookup().own(asked(name), plan(), true)).toEqual({ ok: true, value: undefined });
  });
});

describe('the account that another record names', () => {
  it('is found by name without legal form, and nothing is made unasked', () => {
    expect(lookup().named(asked('Acme Limited'), plan())).toEqual({ ok: true, value: ids['Acme Ltd.'] });
    const made2 = plan();
    expect(lookup().named(asked('蓝湾食品'), made2)).toEqual({ ok: false, error: 'account-not-found' });
    expect([made2.empty, made2.doubtful]).toEqual([true, []]);
  });

  it('is asked about when only a letter differs', () => {
    const doubts = plan();
    expect(lookup({ createAccounts: true }).named(asked('Contosso'), doubts)).toEqual({ ok: false, error: 'account-doubtful' });
    expect(doubts.doubtful[0]?.candidates.map(({ name }) => name)).toEqual(['Contoso']);
  });

  it('is made once when that was asked for', () => {
    const found = lookup({ createAccounts: true });
    const making = plan();
    const first = found.named(asked('蓝湾食品', '55'), making);
    const second = found.named(asked('蓝湾食品', '55'), making);
    expect(first).toEqual(second);
    expect(making.tables['account']).toMatchObject({ created: 1 });
    making.run(made.book.db);
    expect(made.book.db.prepare("SELECT name, is_key AS isKey FROM account WHERE external_id = '55'").all()).toEqual([{ name: '蓝湾食品', isKey: 0 }]);
  });

  it('without a name is found by its number only', () => {
    expect(lookup({ createAccounts: true }).named(asked(undefined, 'nobody'), plan())).toEqual({ ok: false, error: 'account-not-found' });
    expect(lookup().named(asked(undefined, 'T2'), plan())).toEqual({ ok: true, value: ids['Twin AG'] });
  });

  it('is known without asking only when it is certain', () => {
    expect(lookup().known('恒岳重工（集团）', undefined)).toEqual({ ok: true, value: ids['恒岳重工集团有限公司'] });
    expect(lookup().known('Twin', undefined)).toMatchObject({ ok: false });
    expect(lookup().known(undefined, undefined)).toMatchObject({ ok: false });
  });
});
