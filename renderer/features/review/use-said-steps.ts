import { useCallback } from 'react';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';

/** Runs a write and says it in the toast with its undo, or what went wrong; answers whether it is kept. */
export function useSaidSteps(): (work: () => Promise<{ stepNo: number }>, said: string) => Promise<boolean> {
  const steps = useSteps();
  const errorText = useErrorText();
  return useCallback(async (work, said) => {
    try {
      await steps.run(work, said);
      return true;
    } catch (error) {
      steps.say(errorText(error).text);
      return false;
    }
  }, [errorText, steps]);
}
