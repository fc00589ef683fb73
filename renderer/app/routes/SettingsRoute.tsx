import { BackupList } from '#renderer/features/book/BackupList.tsx';
import { CalendarSettings } from '#renderer/features/calendar/CalendarSettings.tsx';
import { SettingsPage } from '#renderer/features/settings/SettingsPage.tsx';

/** Settings with the working days and the backups of the open book. */
export function SettingsRoute() {
  return <SettingsPage calendar={<CalendarSettings />} backups={<BackupList />} />;
}
