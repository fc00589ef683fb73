import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Goes to what a reminder is about: an account's file, or the day's page where it is about several. */
export function useOpenReminder(): (accountId: string | null) => void {
  const navigate = useNavigate();
  return useCallback((accountId) => void (accountId === null ? navigate({ to: '/today' }) : navigate({ to: '/accounts/$accountId/$tab', params: { accountId, tab: 'overview' } })), [navigate]);
}
