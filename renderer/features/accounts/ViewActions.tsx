import { ActionIcon, Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrentView } from '#shared/domain/view/model.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { isBuiltIn, type ListView } from './list-views.ts';
import { useViewWrites } from './use-view-writes.ts';
import styles from './accounts.module.css';

interface ViewActionsProps {
  view: ListView;
  /** The person's own views, in order. */
  own: readonly ListView[];
  name: string;
  /** As it is shown now. */
  document: CurrentView;
  changed: boolean;
  /** The view is kept as it is shown, under this id. */
  onKept: (id: string) => void;
  onDiscard: () => void;
}

/** What can be done with the view itself; that it was changed and not kept is said. */
export function ViewActions({ view, own, name, document, changed, onKept, onDiscard }: ViewActionsProps) {
  const { t } = useTranslation('views');
  const writes = useViewWrites();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const [typed, setTyped] = useState('');
  const builtIn = isBuiltIn(view.id);
  const place = own.findIndex(({ id }) => id === view.id);
  const ask = (what: 'new' | 'rename'): void => {
    setTyped(what === 'rename' ? name : '');
    setNaming(what);
  };
  async function keep(id: string | undefined, kept: string, shown: string, shape: CurrentView): Promise<void> {
    const saved = await writes.save(id, kept, shape, shown);
    if (saved !== null) onKept(saved);
  }
  function onName(): void {
    const given = typed.trim();
    if (given === '') return;
    setNaming(null);
    void (naming === 'rename' ? writes.save(view.id, given, view.document, given) : keep(undefined, given, given, document));
  }
  return (
    <div className={styles.viewActions}>
      {changed && (
        <>
          <span className={styles.changed}>{t('changed')}</span>
          <Button size="xs" onClick={() => void keep(view.id, view.name ?? '', name, document)}>{t('save')}</Button>
          <Button size="xs" variant="subtle" c="var(--bl-text2)" onClick={onDiscard}>{t('discard')}</Button>
        </>
      )}
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon aria-label={t('menu', { name })} title={t('menu', { name })}><Icon name="more" /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => ask('new')}>{t('saveAs')}</Menu.Item>
          {!builtIn && <Menu.Item onClick={() => ask('rename')}>{t('rename')}</Menu.Item>}
          {!builtIn && <Menu.Item disabled={place <= 0} onClick={() => void writes.move(view.id, place - 1, name)}>{t('moveLeft')}</Menu.Item>}
          {!builtIn && <Menu.Item disabled={place >= own.length - 1} onClick={() => void writes.move(view.id, place + 1, name)}>{t('moveRight')}</Menu.Item>}
          {!builtIn && <Menu.Item onClick={() => void writes.remove(view.id, name)}>{t('remove')}</Menu.Item>}
          {builtIn && <Menu.Item disabled={!view.kept} onClick={() => void writes.reset(view.id, name)}>{t('resetView')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={naming !== null} onClose={() => setNaming(null)} size={420} title={t(naming === 'rename' ? 'rename' : 'saveAs')} closeButtonProps={{ 'aria-label': t('close') }}>
        <form onSubmit={(event) => { event.preventDefault(); onName(); }}>
          <Stack gap={12}>
            <TextInput label={t('name')} data-autofocus maxLength={60} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
            <Group justify="flex-end"><Button type="submit" variant="filled" disabled={typed.trim() === ''}>{t('save')}</Button></Group>
          </Stack>
        </form>
      </Modal>
    </div>
  );
}
