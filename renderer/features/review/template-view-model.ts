import { sectionKinds, type SectionKind } from '#shared/domain/review/record.ts';
import { builtInTemplates, templateIds, type SavedTemplate, type TemplateId } from '#shared/domain/review/template.ts';

/** A template as it is offered. */
export interface TemplateOffer {
  id: string;
  name: string;
  sections: readonly SectionKind[];
  own: boolean;
}

/** Those of the program first, then a person's own by name. */
export function templateOffers(own: readonly SavedTemplate[], nameOf: (id: TemplateId) => string, language: string): TemplateOffer[] {
  return [
    ...templateIds.map((id) => ({ id, name: nameOf(id), sections: builtInTemplates[id].sections, own: false })),
    ...own.map(({ id, name, document }) => ({ id, name, sections: document.sections, own: true })).toSorted((a, b) => a.name.localeCompare(b.name, language)),
  ];
}

/** The sections that can be switched on: those of the template in its order, then the others in the standard one. */
export const sectionOrder = (template: readonly SectionKind[]): SectionKind[] => [...template, ...sectionKinds.filter((kind) => !template.includes(kind))];

/** Switches a section on or off; the last one stays, and those left keep their order. */
export function toggleSection(order: readonly SectionKind[], chosen: readonly SectionKind[], kind: SectionKind): SectionKind[] {
  const next = order.filter((one) => (one === kind ? !chosen.includes(kind) : chosen.includes(one)));
  return next.length === 0 ? [...chosen] : next;
}

/** The own template of this name, whatever the case of its letters. */
export const namedAlike = (offers: readonly TemplateOffer[], name: string): TemplateOffer | undefined =>
  offers.find((one) => one.own && one.name.toLowerCase() === name.trim().toLowerCase());
