import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppState } from '#renderer/client/use-app-state.ts';
import { useSaveSettings } from '#renderer/client/use-save-settings.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SettingRow } from './SettingRow.tsx';

/** How the program stays at work on this computer, as far as its host can follow: reminders come only while it runs. */
export function ComputerRows() {
  const { t } = useTranslation('settings');
  const errorText = useErrorText();
  const { offers, settings } = useAppState();
  const save = useSaveSettings();
  return (
    <>
      {save.error && <DataError {...errorText(save.error)} />}
      {offers.map((offer) => (
        <SettingRow key={offer} label={t(`computer.${offer}`)} hint={t(`computer.${offer}Hint`)}>
          <Switch aria-label={t(`computer.${offer}`)} checked={settings[offer]} onChange={(event) => save.mutate({ [offer]: event.currentTarget.checked })} />
        </SettingRow>
      ))}
    </>
  );
}
