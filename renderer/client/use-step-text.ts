import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The part of a step that its wording needs. */
export interface WordedStep {
  verb: string;
  params: Record<string, string | number>;
}

/** Whether a step about a person has lost the name, since the person was erased for good. */
const namesNobody = (verb: string, params: WordedStep['params']): boolean => verb.startsWith('person.') && verb !== 'person.erase' && Object.keys(params).length === 0;

/** Words a step of the change log (`interaction.log` with its params) in the person's language. */
export function useStepText(): (step: WordedStep) => string {
  const { t } = useTranslation('history');
  return useCallback(({ verb, params }) => {
    const word = (key: string, values: Record<string, string | number>): string => t(namesNobody(key, values) ? 'person.erased' : key, { ...values, defaultValue: t('other') });
    if (verb !== 'undo' && verb !== 'redo') return word(verb, params);
    // A step that undoes another carries that one's verb and params.
    const { verb: original, ...values } = params;
    return t(verb, { what: word(String(original ?? 'other'), values) });
  }, [t]);
}
