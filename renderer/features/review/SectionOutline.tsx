import { ActionIcon, Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CheckState } from '#shared/domain/review/check-review.ts';
import { sectionKinds, type SectionKind, type SectionState } from '#shared/domain/review/record.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { useReorder } from '#renderer/ui/use-reorder.ts';
import { StateMark } from './StateMark.tsx';
import { TemplateNote } from './TemplateNote.tsx';
import classes from './record.module.css';

interface SectionOutlineProps {
  /** What the review was made from. */
  template: string | null;
  /** How many pages others see. */
  pages: number;
  sections: SectionState[];
  states: Record<string, CheckState>;
  current: SectionKind | null;
  frozen: boolean;
  onOpen: (kind: SectionKind | null) => void;
  onMove: (kind: SectionKind, place: number) => void;
  onShow: (kind: SectionKind, shown: boolean) => void;
}

/** The sections in their order: dragged, or moved by Alt ↑ ↓; hidden ones can be added again. */
export function SectionOutline({ template, pages, sections, states, current, frozen, onOpen, onMove, onShow }: SectionOutlineProps) {
  const { t } = useTranslation('review');
  const shown = sections.filter(({ hidden }) => !hidden);
  const missing = sectionKinds.filter((kind) => !shown.some((section) => section.kind === kind));
  const entry = useReorder(shown.map(({ kind }) => kind), frozen ? null : (kind, target) => onMove(kind, sections.findIndex((section) => section.kind === target)));
  return (
    <nav className={classes['outline']} aria-label={t('outline.title')}>
      <div className={classes['outlineHead']}>
        <h2>{t('outline.title')}</h2>
        <span>{t('outline.pages', { count: pages })}</span>
      </div>
      <ol>
        <li>
          <button type="button" className={classes['section']} aria-current={current === null ? 'page' : undefined} onClick={() => onOpen(null)}>
            <span className={classes['no']} /><span>{t('section.cover')}</span>
          </button>
        </li>
        {shown.map(({ kind }, at) => (
          <li key={kind} {...entry(kind)}>
            {!frozen && <Icon name="grip" size={14} className={classes['grip']} />}
            <button
              type="button" className={classes['section']} aria-current={current === kind ? 'page' : undefined} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown" onClick={() => onOpen(kind)}
            >
              <span className={classes['no']}>{at + 1}</span>
              <span className={classes['clip']}>{t(`section.${kind}`)}</span>
              <StateMark state={states[kind] ?? 'empty'} />
            </button>
            {!frozen && (
              <ActionIcon size="sm" className={classes['hide']} aria-label={t('outline.hide', { section: t(`section.${kind}`) })} title={t('outline.hideShort')} onClick={() => onShow(kind, false)}><Icon name="close" size={14} /></ActionIcon>
            )}
          </li>
        ))}
      </ol>
      {!frozen && missing.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target><Button variant="subtle" size="xs" leftSection={<Icon name="plus" size={14} />}>{t('outline.add')}</Button></Menu.Target>
          <Menu.Dropdown>{missing.map((kind) => <Menu.Item key={kind} onClick={() => onShow(kind, true)}>{t(`section.${kind}`)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
      {!frozen && <p className={classes['hint']}>{t('outline.hint')} <KeyHint keys={['Alt', '↑ ↓']} /></p>}
      <TemplateNote template={template} sections={shown.map(({ kind }) => kind)} />
    </nav>
  );
}
