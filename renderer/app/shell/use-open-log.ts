import { useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { dialogStore } from '../dialog-store.ts';

/** Opens the log form; from within an account's file it is for that account. */
export function useOpenLog(): () => void {
  const { accountId } = useParams({ strict: false });
  return useCallback(() => dialogStore.set({ kind: 'log', ...(accountId === undefined ? {} : { accountId }) }), [accountId]);
}
