import { Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useBook } from '#renderer/client/use-app-state.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { connectionStore } from '../connection-store.ts';
import classes from './Rail.module.css';

/** Says quietly that everything is kept, and when the last backup was. */
export function RailFoot({ folded }: { folded: boolean }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { lastBackupAt, readOnly } = useBook();
  const connected = useSyncExternalStore(connectionStore.subscribe, connectionStore.read, connectionStore.read);
  const kept = !connected ? t('foot.lost') : readOnly ? t('foot.readOnly') : t('foot.saved');
  const today = lastBackupAt !== null && format.dayOf(lastBackupAt) === format.today;
  const when = lastBackupAt === null ? null : today ? format.time(lastBackupAt) : format.day(format.dayOf(lastBackupAt));
  const backup = when === null ? t('foot.noBackup') : t('foot.backedUp', { when });
  return (
    <Tooltip label={`${kept}. ${backup}`} position="right" disabled={!folded}>
      <div className={classes['foot']} role="status" data-lost={!connected || undefined}>
        <Icon name={connected ? 'laptop' : 'warning'} size={15} label={folded ? `${kept}. ${backup}` : undefined} />
        {!folded && <div>{kept}<small>{backup}</small></div>}
      </div>
    </Tooltip>
  );
}
