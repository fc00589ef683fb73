import { ActionIcon, Modal } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '#shared/domain/document/model.ts';
import { presented } from '#shared/domain/document/presented.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { PageView } from './PageView.tsx';
import classes from './record.module.css';

interface PagePreviewProps {
  deck: Deck;
  /** The page shown; null while it is closed. */
  at: number | null;
  onAt: (at: number | null) => void;
}

/** The pages over the whole window: arrows turn them, Escape ends. */
export function PagePreview({ deck: whole, at, onAt }: PagePreviewProps) {
  const { t } = useTranslation('review');
  const deck = presented(whole);
  const last = deck.pages.length - 1;
  const shown = Math.min(at ?? 0, last);
  const turn = (by: number): void => onAt(Math.max(0, Math.min(last, shown + by)));
  function onKeyDown({ key }: KeyboardEvent): void {
    if (key === 'ArrowRight' || key === 'PageDown') turn(1);
    if (key === 'ArrowLeft' || key === 'PageUp') turn(-1);
  }
  return (
    <Modal opened={at !== null} onClose={() => onAt(null)} fullScreen title={t('preview.title', { page: shown + 1, count: last + 1 })} closeButtonProps={{ 'aria-label': t('dialog.close') }} onKeyDown={onKeyDown}>
      <div className={classes['preview']}>
        <ActionIcon size="lg" aria-label={t('preview.before')} disabled={shown === 0} onClick={() => turn(-1)}><Icon name="chevronLeft" /></ActionIcon>
        <div className={classes['previewPage']}><PageView deck={deck} at={shown} /></div>
        <ActionIcon size="lg" data-autofocus aria-label={t('preview.after')} disabled={shown === last} onClick={() => turn(1)}><Icon name="chevronRight" /></ActionIcon>
      </div>
    </Modal>
  );
}
