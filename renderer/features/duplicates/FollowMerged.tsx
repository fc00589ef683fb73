import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { undoStore } from '#renderer/client/undo-store.ts';
import { useApi } from '#renderer/client/use-api.ts';

interface FollowMergedProps {
  accountId: string;
  onFollow: (accountId: string) => void;
}

/** Leads from an account that was merged away to the one that it is part of, and says so where it was not merged just now. */
export function FollowMerged({ accountId, onFollow }: FollowMergedProps) {
  const { t } = useTranslation('duplicates');
  const { data } = useQuery(useApi().duplicates.successor.queryOptions({ input: { id: accountId } }));
  const stood = useRef(false);
  useEffect(() => {
    if (data === null) stood.current = true;
    if (!data) return;
    if (!stood.current) undoStore.show(t('followed', { merged: data.mergedName, name: data.name }), null);
    onFollow(data.id);
  }, [data, onFollow, t]);
  return null;
}
