import { createSpotlight } from '@mantine/spotlight';
import { isDialogOpen } from '#renderer/ui/is-dialog-open.ts';

const [store, spotlight] = createSpotlight();

/** The palette's state, for the component that draws it. */
export const paletteStore = store;

/**
 * Marks the first entry of the list, so that Enter takes it. Spotlight does so when the text changes, which is before the
 * answer of the core is drawn.
 */
export function selectFirst(): void {
  const { listId } = store.getState();
  const list = listId === '' ? null : document.getElementById(listId);
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected');
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

/** Opens and closes the palette; it does not open over another dialog. */
export const palette = {
  open: (): void => spotlight.open(),
  toggle: (): void => {
    if (store.getState().opened || !isDialogOpen()) spotlight.toggle();
  },
};
