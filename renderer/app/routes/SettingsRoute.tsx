import { BackupList } from '#renderer/features/book/BackupList.tsx';
import { CalendarSettings } from '#renderer/features/calendar/CalendarSettings.tsx';
import { TemplateList } from '#renderer/features/review/TemplateList.tsx';
import { SettingsPage } from '#renderer/features/settings/SettingsPage.tsx';

/** Settings with the working days, the templates and the backups of the open book. */
export function SettingsRoute() {
  return <SettingsPage calendar={<CalendarSettings />} templates={<TemplateList />} backups={<BackupList />} />;
}
