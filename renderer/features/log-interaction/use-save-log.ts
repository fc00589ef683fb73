import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/client/use-api.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { LogDraft } from './log-draft.ts';
import { toLogInput, type LogIssue, type WallClock } from './view-model.ts';

interface SaveLog {
  /** What keeps the form from being saved, in the order of the fields. */
  issues: LogIssue[];
  /** Why the core refused; null while it has not. */
  failure: unknown;
  saving: boolean;
  save: (draft: LogDraft, pending: string) => Promise<void>;
}

/** Saves the form as an interaction with its tasks, in one step that the toast can take back. */
export function useSaveLog({ clock, timeZone, keeper, onSaved }: { clock: WallClock; timeZone: string; keeper: DraftKeeper; onSaved: () => void }): SaveLog {
  const { t } = useTranslation('log');
  const client = useClient();
  const steps = useSteps();
  const [issues, setIssues] = useState<LogIssue[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);

  return {
    issues, failure, saving,
    async save(draft, pending) {
      if (saving) return;
      const ready = toLogInput(draft, pending, clock, timeZone);
      setIssues(ready.issues);
      setFailure(null);
      const { input } = ready;
      if (input === null) return;
      setSaving(true);
      try {
        await steps.run(() => client.api.interactions.log(input), ({ taskIds }) => t('saved', { summary: input.summary, count: taskIds.length }));
        keeper.forget();
        onSaved();
      } catch (error) {
        setFailure(error);
      } finally {
        setSaving(false);
      }
    },
  };
}
