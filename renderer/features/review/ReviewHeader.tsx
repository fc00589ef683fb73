import { ActionIcon, Button, Menu, SegmentedControl, Title } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/domain/book/model.ts';
import { documentFormats, type DocumentFormat } from '#shared/domain/document/format.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { ReviewView } from './api.ts';
import { daysTo } from './record-view-model.ts';
import { ReviewDetails } from './ReviewDetails.tsx';
import classes from './record.module.css';

interface ReviewHeaderProps {
  view: ReviewView;
  details: boolean;
  busy: boolean;
  onDetails: (opened: boolean) => void;
  onBack: () => void;
  onUpdate: (patch: Partial<Pick<ReviewView['head'], 'heldOn' | 'place' | 'period' | 'language'>>) => void;
  onExport: (language: Language, kind: DocumentFormat) => void;
  onPreview: () => void;
  onFreeze: () => void;
  onRemove: () => void;
}

const LANGUAGES: { value: Language; label: string }[] = [{ value: 'en', label: 'English' }, { value: 'zh-CN', label: '中文' }];

/** Whose review and when, whether its numbers still move, and what can be done with it. */
export function ReviewHeader({ view, details, busy, onDetails, onBack, onUpdate, onExport, onPreview, onFreeze, onRemove }: ReviewHeaderProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { head, window } = view;
  const days = daysTo(head.heldOn, format.today);
  const when = [
    [format.dayFull(head.heldOn), head.place].filter((part) => part !== null && part !== '').join(t('deck.listSeparator')),
    days > 0 ? t('head.in', { count: days }) : days === 0 ? t('head.today') : t('head.past', { count: -days }),
    t('head.period', { days: format.dayRange(window.from, window.to) }),
  ].join(t('dialog.join'));
  return (
    <header className={classes['head']}>
      <ActionIcon aria-label={t('head.back', { account: head.accountName })} title={t('head.back', { account: head.accountName })} onClick={onBack}><Icon name="chevronLeft" /></ActionIcon>
      <div className={classes['headNames']}>
        <Title order={1} title={head.accountName}>{t('head.title', { account: head.accountName, ...head.period })}</Title>
        {head.frozenAt === null
          ? <ReviewDetails key={`${head.heldOn} ${head.place ?? ''}`} head={head} text={when} opened={details} onOpened={onDetails} onUpdate={onUpdate} />
          : <span className={classes['when']}>{when}</span>}
      </div>
      <span className={classes['live']}>
        <Icon name={head.frozenAt === null ? 'history' : 'lock'} size={14} />
        <span>{head.frozenAt === null ? t('head.live') : t('head.frozen', { date: format.instant(head.frozenAt) })}</span>
      </span>
      <SegmentedControl size="xs" aria-label={t('dialog.language')} data={LANGUAGES} value={head.language} onChange={(value) => onUpdate({ language: value === 'en' ? 'en' : 'zh-CN' })} />
      <Menu position="bottom-end">
        <Menu.Target><Button loading={busy} leftSection={<Icon name="export" size={15} />} rightSection={<Icon name="chevronDown" size={14} />}>{t('head.export')}</Button></Menu.Target>
        <Menu.Dropdown>
          {LANGUAGES.map(({ value, label }) => (
            <Fragment key={value}>
              <Menu.Label>{label}</Menu.Label>
              {documentFormats.map((kind) => <Menu.Item key={kind} aria-label={t('head.exportAs', { format: t(`dialog.formats.${kind}`), language: label })} onClick={() => onExport(value, kind)}>{t(`dialog.formats.${kind}`)}</Menu.Item>)}
            </Fragment>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="trash" size={14} />} onClick={onRemove}>{t('head.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button leftSection={<Icon name="eye" size={15} />} variant={head.frozenAt === null ? 'default' : 'filled'} onClick={onPreview}>{t(head.frozenAt === null ? 'head.preview' : 'head.present')}</Button>
      {head.frozenAt === null && <Button variant="filled" leftSection={<Icon name="lock" size={15} />} onClick={onFreeze}>{t('head.freeze')}</Button>}
    </header>
  );
}
