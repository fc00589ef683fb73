import { Button, Modal, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/domain/book/model.ts';
import { documentFormats, type DocumentFormat } from '#shared/domain/document/format.ts';
import type { Quarter } from '#shared/domain/review/model.ts';
import type { SectionKind } from '#shared/domain/review/record.ts';
import { undoStore } from '#renderer/client/undo-store.ts';
import { useApi, useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useReviewList } from './api.ts';
import { QuarterPicker } from './QuarterPicker.tsx';
import classes from './review.module.css';
import { ReviewPreview } from './ReviewPreview.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';
import { useTemplates } from './use-templates.ts';
import { saveFile } from '#renderer/client/save-file.ts';
import { defaultQuarter } from './view-model.ts';

export interface ReviewDialogProps {
  opened: boolean;
  onClose: () => void;
  accountId: string;
  /** A review was made, to be prepared. */
  onCreated: (reviewId: string) => void;
}

/** Longer than this, a person wonders whether anything happens. */
const QUIET_MS = 500;

const LANGUAGES: Array<{ value: Language; label: string }> = [{ value: 'en', label: 'English' }, { value: 'zh-CN', label: '中文' }];

interface ReviewFormProps {
  accountId: string;
  onClose: () => void;
  onCreated: (reviewId: string) => void;
  picking: boolean;
  onPicking: (picking: boolean) => void;
}

function ReviewForm({ accountId, onClose, onCreated, picking, onPicking }: ReviewFormProps) {
  const { t } = useTranslation('review');
  const api = useApi();
  const client = useClient();
  const format = useFormat();
  const errorText = useErrorText();
  const steps = useSteps();
  const ids = useId();
  const [chosen, setChosen] = useState<Quarter | null>(null);
  const [language, setLanguage] = useState<Language>(format.language);
  const [failure, setFailure] = useState<unknown>(null);
  const [kind, setKind] = useState<DocumentFormat>('pptx');
  const { offers, error: templatesError } = useTemplates();
  const { data: reviews, error: reviewsError } = useReviewList(accountId);
  const [template, setTemplate] = useState<string | null>(null);
  const [sections, setSections] = useState<SectionKind[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [slow, setSlow] = useState(false);

  const months = useQuery(api.business.months.queryOptions({ input: { accountId } }));
  const period = chosen ?? (months.data ? defaultQuarter(format.today, months.data.latestOrderOn) : null);
  const figures = useQuery(api.reviews.figures.queryOptions({
    input: { accountId, period: period ?? { year: 2000, quarter: 1 } }, enabled: period !== null, placeholderData: keepPreviousData,
  }));
  // The same order each quarter, unless another is chosen.
  const made = offers?.find(({ id }) => id === (template ?? reviews?.[0]?.template)) ?? offers?.[0];
  const error = failure ?? months.error ?? figures.error ?? templatesError ?? reviewsError;
  const words = error ? errorText(error) : null;

  const exportDeck = async (): Promise<void> => {
    if (period === null) return;
    setBusy(true);
    setFailure(null);
    const timer = setTimeout(() => setSlow(true), QUIET_MS);
    try {
      const file = await client.api.reviews.deck({ accountId, period, language, format: kind });
      saveFile(file);
      undoStore.show(t('dialog.saved', { file: file.name }), null);
      onClose();
    } catch (reason) {
      setFailure(reason);
    } finally {
      clearTimeout(timer);
      setSlow(false);
      setBusy(false);
    }
  };

  const chooseFormat = (value: string): void => {
    setFailure(null);
    setKind(documentFormats.find((one) => one === value) ?? 'pptx');
  };

  const prepare = async (): Promise<void> => {
    if (period === null || !made) return;
    setBusy(true);
    setFailure(null);
    try {
      const { id } = await steps.run(() => client.api.reviews.create({ accountId, period, language, template: made.id, ...(sections && { sections }) }), t('said.created'));
      onCreated(id);
    } catch (reason) {
      setFailure(reason);
    } finally {
      setBusy(false);
    }
  };
  const ready = offers !== undefined && reviews !== undefined && figures.data !== undefined && !figures.isPlaceholderData && figures.error === null;

  return (
    <div className={classes['form']}>
      <div className={classes['choices']}>
        <span id={`${ids}-period`} className={classes['label']}>{t('dialog.period')}</span>
        {period && (
          <QuarterPicker
            value={period}
            today={format.today}
            labelId={`${ids}-period`}
            opened={picking}
            onOpened={onPicking}
            onChange={(next) => {
              setFailure(null);
              setChosen(next);
            }}
          />
        )}
        <span id={`${ids}-language`} className={classes['label']}>{t('dialog.language')}</span>
        <SegmentedControl aria-labelledby={`${ids}-language`} data={LANGUAGES} value={language} onChange={setLanguage} />
        {figures.data?.unfinished && <span className={classes['quiet']}>{t('dialog.running', { day: format.day(figures.data.to) })}</span>}
      </div>
      {offers && made && (
        <TemplateChoice
          offers={offers} template={made} sections={sections ?? made.sections} onSections={setSections}
          onTemplate={(id) => {
            setTemplate(id);
            setSections(null);
          }}
        />
      )}
      <div className={classes['preview']} aria-busy={figures.isPlaceholderData}>
        {words && <DataError title={words.title} text={words.text} where={words.where} />}
        {!figures.error && figures.data && <ReviewPreview key={`${figures.data.from} ${figures.data.to}`} figures={figures.data} />}
        {!error && !figures.data && <SkeletonRows rows={5} label={t('dialog.loading')} />}
      </div>
      <div className={classes['foot']}>
        <SegmentedControl aria-label={t('dialog.format')} data={documentFormats.map((value) => ({ value, label: t(`dialog.formats.${value}`) }))} value={kind} onChange={chooseFormat} />
        <span className={classes['pages']} role="status">{slow ? t('dialog.working') : t(`dialog.pages.${kind}`)}</span>
        <Button variant="subtle" c="var(--bl-text2)" onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button disabled={busy || !ready} leftSection={<Icon name="export" size={15} />} onClick={() => void exportDeck()}>{t('dialog.export', { format: t(`dialog.formats.${kind}`) })}</Button>
        <Button variant="filled" data-autofocus loading={busy} disabled={!ready} leftSection={<Icon name="review" size={15} />} onClick={() => void prepare()}>{t('dialog.prepare')}</Button>
      </div>
    </div>
  );
}

/** A new business review: period, language and template, the figures as they stand; then its preparation, or a quick PowerPoint file. */
export function ReviewDialog({ opened, onClose, accountId, onCreated }: ReviewDialogProps) {
  const { t } = useTranslation('review');
  const [picking, setPicking] = useState(false);
  const { data } = useQuery(useApi().accounts.file.queryOptions({ input: { id: accountId }, enabled: opened }));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={780}
      closeOnEscape={!picking}
      title={data ? t('dialog.titleOf', { account: data.account.name }) : t('dialog.title')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <ReviewForm key={accountId} accountId={accountId} onClose={onClose} onCreated={onCreated} picking={picking} onPicking={setPicking} />
    </Modal>
  );
}
