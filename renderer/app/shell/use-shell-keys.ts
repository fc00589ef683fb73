import { useNavigate } from '@tanstack/react-router';
import { useSteps } from '#renderer/client/use-steps.ts';
import { useHotkey } from '#renderer/ui/use-hotkey.ts';
import { useKeySequence } from '#renderer/ui/use-key-sequence.ts';
import { dialogStore } from '../dialog-store.ts';
import { palette } from '../palette/palette-store.ts';
import { useOpenLog } from './use-open-log.ts';
import { useShellCommands } from './use-shell-commands.ts';

/** The keys that work on every screen. */
export function useShellKeys(): void {
  const navigate = useNavigate();
  const { undo, redo } = useSteps();
  const openLog = useOpenLog();
  useHotkey('mod+k', palette.toggle, { inDialogs: true });
  useHotkey('mod+l', openLog);
  useShellCommands(openLog);
  useHotkey('mod+z', () => void undo(), { notInText: true });
  useHotkey('mod+shift+z', () => void redo(), { notInText: true });
  useHotkey('?', () => dialogStore.set({ kind: 'keys' }));
  useKeySequence('g', {
    t: () => void navigate({ to: '/today' }),
    a: () => void navigate({ to: '/accounts' }),
    d: () => void navigate({ to: '/data' }),
    s: () => void navigate({ to: '/settings' }),
  });
}
