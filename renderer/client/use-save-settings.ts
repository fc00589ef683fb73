import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useApi } from './use-api.ts';
import type { AppState } from './use-app-state.ts';

type Settings = AppState['settings'];

/** Changes settings of this computer; the interface follows at once. */
export function useSaveSettings(): UseMutationResult<Settings, Error, Partial<Settings>> {
  const { state, saveSettings } = useApi().app;
  const queries = useQueryClient();
  return useMutation(saveSettings.mutationOptions({
    onSuccess: (settings) => queries.setQueryData(state.queryKey(), (before) => before && { ...before, settings }),
  }));
}
