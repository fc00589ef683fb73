import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { undoStore } from './undo-store.ts';
import { useClient } from './use-api.ts';
import { useErrorText } from './use-error-text.ts';
import { useStepText } from './use-step-text.ts';

/** Longer than this, a person wonders whether anything happens. */
const QUIET_MS = 400;

/** Says `text` while `work` runs, if it takes its time. */
async function saying<T>(text: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => undoStore.show(text, null, true), QUIET_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

export interface Steps {
  /**
   * Runs a write and, once it is kept, says so with an Undo. `said` names what was done: “Done: Send revised proposal”.
   * @throws whatever `work` throws: the caller shows it in place
   */
  run<T extends { stepNo: number | null }>(work: () => Promise<T>, said: string | ((result: T) => string)): Promise<T>;
  /** Says something that has no undo. */
  say(text: string): void;
  /** Takes back one step, or the person's own last one, and says which. Failures are said in the toast. */
  undo(no?: number): Promise<void>;
  /** Does again what was last undone. */
  redo(): Promise<void>;
}

/** Writes that can be taken back from the toast. */
export function useSteps(): Steps {
  const client = useClient();
  const { t } = useTranslation('history');
  const stepText = useStepText();
  const errorText = useErrorText();

  const undo = useCallback(async (no?: number) => {
    undoStore.hide();
    try {
      const { step, keptCount } = await saying(t('undoing'), client.api.history.undo(no === undefined ? {} : { no }));
      const kept = keptCount > 0 ? ` ${t('kept', { count: keptCount })}` : '';
      undoStore.show(`${stepText(step)}${kept}`, null);
    } catch (error) {
      undoStore.show(errorText(error).text, null);
    }
  }, [client, t, stepText, errorText]);

  const redo = useCallback(async () => {
    undoStore.hide();
    try {
      const { step, undone } = await saying(t('redoing'), client.api.history.redo());
      // What stands again is the step that the undo had taken back.
      undoStore.show(stepText(step), undone?.undoes ?? null);
    } catch (error) {
      undoStore.show(errorText(error).text, null);
    }
  }, [client, t, stepText, errorText]);

  return useMemo<Steps>(() => ({
    async run(work, said) {
      const result = await work();
      // Step 0: nothing was different, so there is nothing to say or to take back.
      if (result.stepNo !== 0) undoStore.show(typeof said === 'function' ? said(result) : said, result.stepNo);
      return result;
    },
    say: (text) => undoStore.show(text, null),
    undo,
    redo,
  }), [undo, redo]);
}
