import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { IconName } from '#renderer/ui/icon-paths.ts';
import classes from './log.module.css';

export interface WordsInputProps {
  label: string;
  /** What the field says when nobody is typing in it. */
  shown: string;
  /** Reads typed words. @returns false when nobody can read them, so that they stay as typed */
  onWords: (text: string) => boolean;
  icon: IconName;
  /** Name of the button that opens the picker. */
  pickLabel: string;
  /** The picker, for those who point. */
  renderPicker: (close: () => void) => ReactNode;
  placeholder?: string;
  error?: string | null;
  /** Words read from elsewhere, shown in the accent colour. */
  accented?: boolean;
  field?: string;
  className?: string | undefined;
  variant?: 'default' | 'unstyled';
}

/** A field that reads words such as 下周二 or “tomorrow 3pm”, with a picker behind its icon or the down arrow. */
export function WordsInput({ label, shown, onWords, icon, pickLabel, renderPicker, placeholder, error, accented = false, field, className, variant = 'default' }: WordsInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [understood, setUnderstood] = useState(true);
  const [picking, setPicking] = useState(false);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.key !== 'ArrowDown') return;
    event.preventDefault();
    setPicking(true);
  };
  const close = (): void => {
    setPicking(false);
    setTyped(null);
  };

  return (
    <Popover opened={picking} onChange={setPicking} position="bottom-end" trapFocus returnFocus withRoles={false} closeOnEscape={false}>
      <Popover.Target>
        <TextInput
          className={className}
          classNames={{ input: classes['words'] ?? '', section: classes['wordsSection'] ?? '' }}
          variant={variant}
          aria-label={label}
          data-accented={accented || undefined}
          data-field={field}
          value={typed ?? shown}
          placeholder={placeholder}
          error={error}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setUnderstood(onWords(event.currentTarget.value));
          }}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => understood && setTyped(null)}
          leftSectionWidth={30}
          leftSectionPointerEvents="all"
          leftSection={(
            <ActionIcon size="xs" c="var(--bl-text3)" tabIndex={-1} aria-label={pickLabel} onMouseDown={(event) => event.preventDefault()} onClick={() => setPicking((open) => !open)}>
              <Icon name={icon} size={15} />
            </ActionIcon>
          )}
        />
      </Popover.Target>
      <Popover.Dropdown
        p="sm"
        aria-label={pickLabel}
        role="dialog"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
          // The form behind it stays open.
          event.preventDefault();
          close();
        }}
      >
        {renderPicker(close)}
      </Popover.Dropdown>
    </Popover>
  );
}
