import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { reviewsContract } from '#shared/contract/reviews.ts';
import { proposeDay, proposePeople } from '#shared/domain/review/propose-review.ts';
import { spanOfQuarter } from '#shared/domain/review/span-of-quarter.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { found } from '#shared/kernel/found.ts';
import { prepared } from '#core/db/prepared.ts';
import { measureContext } from '#core/measures/measure-context.ts';
import { makeFrozen } from './make-frozen.ts';
import { readFacts, readPersonRows } from './read-facts.ts';
import { rowsScope } from './read-number-rows.ts';
import { readHead } from './read-record.ts';
import type { ReviewsDeps } from './reviews-deps.ts';
import { stepParams, writableHead } from './step-params.ts';
import { readTemplate } from './templates.ts';
import { deleteReview, insertFrozen, insertReview, updateReview, writeParticipants } from './write-record.ts';

type Writes = Pick<HandlersOf<typeof reviewsContract>, 'create' | 'update' | 'rate' | 'setParticipants' | 'freeze' | 'remove'>;

/** The life of a review: made, changed, presented, rated, taken away. */
export function createRecordHandlers({ current, ports, readContacts, wordsFor }: ReviewsDeps): Writes {
  return {
    create({ accountId, period, language, heldOn, template, sections }) {
      const book = current.get();
      const { db } = book;
      const id = ports.ids.uuid();
      const now = ports.clock.now();
      const { name, people, today, me, document } = book.read(() => ({
        name: found(prepared<{ name: string }>(db, 'SELECT name FROM account WHERE id = ?').get(accountId), 'accountId').name,
        people: readPersonRows(db, accountId, now, readContacts),
        today: measureContext(db, now).asOf,
        document: readTemplate(db, template),
        me: prepared<{ me: string | null }>(db, 'SELECT me FROM book').get()?.me ?? null,
      }));
      if (spanOfQuarter(period).from > today) throw new CodedError('quarter-not-begun', { where: { field: 'period' } });
      const { stepNo } = book.write({ kind: 'user', verb: 'review.create', params: stepParams({ accountName: name, period }) }, () => {
        insertReview(book, { id, accountId, period, language, heldOn: heldOn ?? proposeDay(today), createdAt: now, template, sections: sections ?? document.sections });
        writeParticipants(db, id, proposePeople(people, today), me === null ? [] : [me]);
      });
      return { id, stepNo };
    },
    update({ id, patch }) {
      const book = current.get();
      const onlyLanguage = Object.keys(patch).every((field) => field === 'language');
      // What was presented is kept in both languages, so it may still be read in the other.
      const head = book.read(() => (onlyLanguage ? readHead(book.db, id) : writableHead(book.db, id)));
      if (patch.period && spanOfQuarter(patch.period).from > measureContext(book.db, ports.clock.now()).asOf) throw new CodedError('quarter-not-begun', { where: { field: 'period' } });
      const { stepNo } = book.write({ kind: 'user', verb: 'review.update', params: stepParams(head) }, () => updateReview(book, id, { ...patch, ...(patch.place === '' ? { place: null } : {}) }));
      return { stepNo };
    },
    rate({ id, rating, note }) {
      const book = current.get();
      const head = book.read(() => readHead(book.db, id));
      const { stepNo } = book.write({ kind: 'user', verb: 'review.rate', params: stepParams(head) }, () => updateReview(book, id, { rating, ratingNote: note === '' ? null : note }));
      return { stepNo };
    },
    setParticipants({ id, personIds, colleagueIds }) {
      const book = current.get();
      const { db } = book;
      const head = book.read(() => writableHead(db, id));
      const { stepNo } = book.write({ kind: 'user', verb: 'review.participants', params: stepParams(head) }, () => {
        for (const one of personIds) found(prepared(db, 'SELECT 1 FROM person WHERE id = ?').get(one), 'personIds');
        for (const one of colleagueIds) found(prepared(db, 'SELECT 1 FROM colleague WHERE id = ?').get(one), 'colleagueIds');
        writeParticipants(db, id, personIds, colleagueIds);
      });
      return { stepNo };
    },
    freeze({ id }) {
      const book = current.get();
      const { db } = book;
      const head = book.read(() => writableHead(db, id));
      const now = ports.clock.now();
      const { stepNo } = book.write({ kind: 'user', verb: 'review.freeze', params: stepParams(head) }, () => {
        const facts = readFacts(book, id, now, readContacts);
        insertFrozen(db, id, makeFrozen(db, facts, rowsScope(db, facts), wordsFor));
        updateReview(book, id, { frozenAt: now });
      });
      return { stepNo };
    },
    remove({ id }) {
      const book = current.get();
      const head = book.read(() => readHead(book.db, id));
      const { stepNo } = book.write({ kind: 'user', verb: 'review.remove', params: stepParams(head) }, () => deleteReview(book.db, id));
      return { stepNo };
    },
  };
}
