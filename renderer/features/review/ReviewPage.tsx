import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeWhenPresented, presented } from '#shared/domain/document/presented.ts';
import type { DocumentFormat } from '#shared/domain/document/format.ts';
import type { Language } from '#shared/domain/book/model.ts';
import type { ReviewCheck } from '#shared/domain/review/check-review.ts';
import type { SectionKind } from '#shared/domain/review/record.ts';
import { saveFile } from '#renderer/client/save-file.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useReview, type ReviewView } from './api.ts';
import { CheckPanel } from './CheckPanel.tsx';
import { NumberRowsDrawer } from './NumberRowsDrawer.tsx';
import { PagePreview } from './PagePreview.tsx';
import { ParticipantsPart } from './ParticipantsPart.tsx';
import { pageOfSection } from './record-view-model.ts';
import { ReviewHeader } from './ReviewHeader.tsx';
import { SectionDesk } from './SectionDesk.tsx';
import { SectionOutline } from './SectionOutline.tsx';
import { useOwners } from './use-owners.ts';
import { useReviewWrites } from './use-review-writes.ts';
import classes from './record.module.css';

export interface ReviewPageProps {
  reviewId: string;
  accountId: string;
  onBack: () => void;
  onPeople: () => void;
  onLog: () => void;
}

function Preparation({ view, accountId, onBack, onPeople, onLog }: { view: ReviewView } & Omit<ReviewPageProps, 'reviewId'>) {
  const { t } = useTranslation('review');
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();
  const { head, sections, readiness, deck } = view;
  const writes = useReviewWrites(head.id);
  const owners = useOwners(accountId);
  const [chosen, setChosen] = useState<SectionKind | null>(sections.some(({ kind, hidden }) => kind === 'results' && !hidden) ? 'results' : null);
  const [number, setNumber] = useState<string | null>(null);
  const [preview, setPreview] = useState<number | null>(null);
  const [details, setDetails] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const frozen = head.frozenAt !== null;
  const section = chosen !== null && pageOfSection(deck, chosen) > 0 ? chosen : null;
  const at = section === null ? 0 : pageOfSection(deck, section);

  async function exportDeck(language: Language, kind: DocumentFormat): Promise<void> {
    setBusy(true);
    try {
      const file = await client.api.reviews.export({ id: head.id, language, format: kind });
      saveFile(file);
      steps.say(t('dialog.saved', { file: file.name }));
    } catch (error) {
      steps.say(errorText(error).text);
    } finally {
      setBusy(false);
    }
  }
  function go({ section: where, goal }: ReviewCheck): void {
    if (goal === 'people') return onPeople();
    if (goal === 'log') return onLog();
    if (goal === 'participants') return setChoosing(true);
    if (goal === 'details') return setDetails(true);
    setChosen(where);
    // The fields of the section are drawn by then.
    setTimeout(() => document.querySelector<HTMLElement>(goal === 'commentary' ? '#review-commentary' : '[id^="review-add-"], #review-commentary')?.focus(), 60);
  }
  return (
    <div className={classes['screen']}>
      <ReviewHeader
        view={view} details={details} busy={busy} onDetails={setDetails} onBack={onBack} onUpdate={(patch) => void writes.update(patch)} onExport={(language, kind) => void exportDeck(language, kind)}
        onPreview={() => setPreview(placeWhenPresented(deck, at))} onRemove={() => void writes.remove().then((done) => { if (done) onBack(); })}
        onFreeze={() => void writes.freeze().then((done) => { if (done) setPreview(0); })}
      />
      <div className={classes['desk']}>
        <SectionOutline
          template={head.template} pages={presented(deck).pages.length} sections={sections} states={readiness.sections} current={section} frozen={frozen} onOpen={setChosen}
          onMove={(kind, place) => void writes.move(kind, place)} onShow={(kind, shown) => void writes.show(kind, shown)}
        />
        <SectionDesk key={head.id} view={view} section={section} at={at} writes={writes} owners={owners} onNumber={setNumber} onSection={setChosen} />
        <aside className={classes['aside']} aria-label={t('check.title')} tabIndex={0}>
          <CheckPanel readiness={readiness} today={view.today} frozen={frozen} onGo={go} />
          <ParticipantsPart participants={view.participants} owners={owners} frozen={frozen} opened={choosing} onOpened={setChoosing} onChange={(theirs, ours) => void writes.participants(theirs, ours)} />
        </aside>
      </div>
      <NumberRowsDrawer reviewId={head.id} number={number} currency={view.currency} onClose={() => setNumber(null)} />
      <PagePreview deck={deck} at={preview} onAt={setPreview} />
    </div>
  );
}

/** The preparation of one review: outline, page, and what is still missing. */
export function ReviewPage({ reviewId, ...props }: ReviewPageProps) {
  const { t } = useTranslation('review');
  const errorText = useErrorText();
  const { data, error, refetch } = useReview(reviewId);
  if (error) {
    return (
      <div className={classes['problem']}>
        <Title order={1}>{t('tab.title')}</Title>
        <DataError {...errorText(error)} where={null} retry={{ label: t('dialog.retry'), onClick: () => void refetch() }} actions={<Button size="xs" onClick={props.onBack}>{t('head.backShort')}</Button>} />
      </div>
    );
  }
  return data ? <Preparation key={reviewId} view={data} {...props} /> : <div className={classes['problem']}><SkeletonRows rows={10} height={48} label={t('dialog.loading')} /></div>;
}
