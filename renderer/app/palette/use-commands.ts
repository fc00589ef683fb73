import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useClient } from '#renderer/client/use-api.ts';
import { useAppState } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSaveSettings } from '#renderer/client/use-save-settings.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import type { IconName } from '#renderer/ui/icon-paths.ts';
import { dialogStore } from '../dialog-store.ts';
import { useOpenLog } from '../shell/use-open-log.ts';
import type { Findable } from './match-command.ts';

export interface Command extends Findable {
  id: string;
  icon: IconName;
  /** Its shortcut, for those who want to learn it. */
  keys?: string[];
  run: () => void;
}

/** Every command of the shell, worded. */
export function useCommands(): Command[] {
  const { t, i18n } = useTranslation('app');
  const navigate = useNavigate();
  const openLog = useOpenLog();
  const { undo, redo, say } = useSteps();
  const api = useApi();
  const client = useClient();
  const errorText = useErrorText();
  const { settings } = useAppState();
  const onError = (error: unknown) => say(errorText(error).title);
  const backUp = useMutation(api.book.backUp.mutationOptions({ onError, onSuccess: (made) => say(t(made ? 'command.backedUp' : 'command.nothingToBackUp')) }));
  const save = useSaveSettings();
  const dark = settings.theme === 'dark';
  const chinese = settings.language === 'zh-CN';

  const command = (id: string, icon: IconName, run: () => void, keys?: string[]): Command => ({
    id, icon, run, label: t(`command.${id}`), keywords: i18n.getFixedT('en', 'app')(`command.${id}`), ...(keys ? { keys } : {}),
  });
  return [
    command('log', 'pencil', openLog, ['Ctrl', 'L']),
    command('today', 'today', () => void navigate({ to: '/today' }), ['G', 'T']),
    command('accounts', 'accounts', () => void navigate({ to: '/accounts' }), ['G', 'A']),
    command('import', 'import', () => void navigate({ to: '/data' }), ['G', 'D']),
    command('settings', 'settings', () => void navigate({ to: '/settings' }), ['G', 'S']),
    command('undo', 'undo', () => void undo(), ['Ctrl', 'Z']),
    command('redo', 'redo', () => void redo(), ['Ctrl', 'Shift', 'Z']),
    command('backUp', 'shield', () => backUp.mutate(undefined)),
    command(dark ? 'light' : 'dark', dark ? 'sun' : 'moon', () => save.mutate({ theme: dark ? 'light' : 'dark' }, { onError })),
    command(chinese ? 'english' : 'chinese', 'globe', () => save.mutate({ language: chinese ? 'en' : 'zh-CN' }, { onError })),
    command('newBook', 'plus', () => dialogStore.set({ kind: 'new-book' })),
    command('openBook', 'folder', () => dialogStore.set({ kind: 'open-book' })),
    command('closeBook', 'close', () => void client.api.book.close().catch(onError)),
    command('keys', 'keyboard', () => dialogStore.set({ kind: 'keys' }), ['?']),
  ];
}
