/**
 * SQL of when a person was last in touch with us, ms UTC; null when never. What is planned for after today is no contact yet:
 * the statement binds `nextDayStart`, as do all that reckon silences.
 * @param person SQL of the person's id
 */
export const lastContactOfPerson = (person: string): string =>
  `(SELECT max(i.at) FROM interaction_person l CROSS JOIN interaction i ON i.id = l.interaction_id WHERE l.person_id = ${person} AND i.at < @nextDayStart)`;

/** The same of an account, where its figures are not read anyway. */
export const lastContactOfAccount = (account: string): string => `(SELECT max(i.at) FROM interaction i WHERE i.account_id = ${account} AND i.at < @nextDayStart)`;
