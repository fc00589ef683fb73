import { useCombobox, type ComboboxStore } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react';
import { isComposing } from '#renderer/ui/hotkeys.ts';

interface OptionPicker {
  combobox: ComboboxStore;
  /** For the input: Enter that comes before the answer is kept until it is there, and Escape closes the list alone. */
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * A combobox whose first option is ready to be taken with Enter.
 * @param loading the options on show belong to an earlier text
 * @param stamp changes with the options
 */
export function useOptionPicker(typed: string, loading: boolean, stamp: unknown): OptionPicker {
  const combobox = useCombobox();
  /** The text for which Enter came too early. */
  const wanted = useRef<string | null>(null);

  const settle = useEffectEvent(() => {
    if (combobox.dropdownOpened) combobox.resetSelectedOption();
    const ready = combobox.dropdownOpened && !loading && typed.trim() !== '';
    const optionId = ready ? combobox.selectFirstOption() : null;
    // Mantine itself names the chosen option to screen readers only after an arrow key.
    if (optionId === null) combobox.targetRef.current?.removeAttribute('aria-activedescendant');
    else combobox.targetRef.current?.setAttribute('aria-activedescendant', optionId);
    if (!ready) return;
    if (wanted.current === typed) combobox.clickSelectedOption();
    wanted.current = null;
  });
  useEffect(() => settle(), [typed, loading, stamp, combobox.dropdownOpened]);

  return {
    combobox,
    onKeyDown(event) {
      // Escape is the list's own while it is open; the form looks whether anyone took it.
      if (event.key === 'Escape' && combobox.dropdownOpened) event.preventDefault();
      if (event.key !== 'Enter' || isComposing(event.nativeEvent) || !loading) return;
      event.preventDefault();
      wanted.current = typed;
    },
  };
}
