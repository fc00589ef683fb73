import type { PositionFields } from '#shared/domain/person/model.ts';

type Judged = Omit<PositionFields, 'reportsToId'>;

/** Two positions of one person in one account as one: what the first leaves open the second fills, and roles add up. */
export function mergedPosition(stays: Judged, merged: Judged): Judged {
  return {
    title: stays.title ?? merged.title,
    department: stays.department ?? merged.department,
    buyingRoles: [...new Set([...stays.buyingRoles, ...merged.buyingRoles])],
    influence: stays.influence ?? merged.influence,
    attitude: stays.attitude ?? merged.attitude,
  };
}
