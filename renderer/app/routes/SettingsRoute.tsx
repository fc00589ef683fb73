import { BackupList } from '#renderer/features/book/BackupList.tsx';
import { SettingsPage } from '#renderer/features/settings/SettingsPage.tsx';

/** Settings with the backups of the open book. */
export function SettingsRoute() {
  return <SettingsPage backups={<BackupList />} />;
}
