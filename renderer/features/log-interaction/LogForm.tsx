import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { matchesHotkey } from '#renderer/ui/hotkeys.ts';
import { useHotkey } from '#renderer/ui/use-hotkey.ts';
import { AccountField } from './AccountField.tsx';
import { DraftNote } from './DraftNote.tsx';
import { KindControl } from './KindControl.tsx';
import type { LogDraft, StepOwner } from './log-draft.ts';
import classes from './log.module.css';
import { NextSteps } from './NextSteps.tsx';
import { PeopleField } from './PeopleField.tsx';
import type { DraftKeeper, DraftStatus } from './draft-keeper.ts';
import { useSaveLog } from './use-save-log.ts';
import { isUntouched, type LogIssue, type WallClock } from './view-model.ts';
import { WhenField } from './WhenField.tsx';

interface LogFormProps {
  initial: LogDraft;
  empty: LogDraft;
  keeper: DraftKeeper;
  status: DraftStatus;
  clock: WallClock;
  timeZone: string;
  /** Opened from an account's file: the account is known, the people come first. */
  fromFile: boolean;
  onClose: () => void;
}

/** The form itself, from its head to its foot. */
export function LogForm({ initial, empty, keeper, status, clock, timeZone, fromFile, onClose }: LogFormProps) {
  const { t } = useTranslation('log');
  const api = useApi();
  const errorText = useErrorText();
  const ids = useId();
  const form = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(initial);
  const [pending, setPending] = useState('');
  const { issues, failure, saving, save } = useSaveLog({ clock, timeZone, keeper, onSaved: onClose });
  const accountId = draft.account?.id ?? '';
  const { data: contacts = [] } = useQuery(api.people.list.queryOptions({ input: { accountId }, enabled: accountId !== '' }));
  const { data: colleagues = [] } = useQuery(api.people.colleagues.queryOptions());

  useEffect(() => keeper.change(isUntouched(draft, empty) ? null : JSON.stringify(draft)), [draft, empty, keeper]);
  useEffect(() => () => keeper.flush(), [keeper]);
  useEffect(() => form.current?.querySelector<HTMLElement>(fromFile ? '[data-field=people]' : '[data-field=account]')?.focus(), [fromFile]);

  const first = issues[0]?.field;
  useEffect(() => {
    if (first) form.current?.querySelector<HTMLElement>(first === 'steps' ? '[data-step]' : `[data-field=${first}]`)?.focus();
  }, [first, issues]);

  const patch = (part: Partial<LogDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const errorOf = (field: LogIssue['field']): string | null => {
    const issue = issues.find((candidate) => candidate.field === field);
    return issue ? t(`issue.${field}.${issue.code}`) : null;
  };
  const label = (name: string): string => `${ids}-${name}`;
  const mine = draft.colleagues.find(({ id }) => id === empty.colleagues[0]?.id) ?? empty.colleagues[0];
  const me: StepOwner | null = mine ? { kind: 'colleague', id: mine.id, name: mine.name } : null;
  const failed = failure === null ? null : errorText(failure);

  useHotkey('escape', onClose, { inDialogs: true });

  // Before the field under the cursor sees it: an open list would take Enter as a choice.
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (!matchesHotkey(event.nativeEvent, 'mod+enter')) return;
    event.preventDefault();
    event.stopPropagation();
    void save(draft, pending);
  };

  return (
    <div ref={form} className={classes['form']} onKeyDownCapture={onKeyDownCapture}>
      <div className={classes['head']}>
        <Modal.Title>{t('title')}</Modal.Title>
        <KindControl value={draft.kind} onChange={(kind) => patch({ kind })} />
        <Modal.CloseButton aria-label={t('close')} className={classes['close']} />
      </div>
      <div className={classes['fields']}>
        <span id={label('account')} className={classes['label']}>{t('account.label')}</span>
        <div className={classes['first']}>
          <AccountField value={draft.account} onChange={(account) => patch({ account })} labelId={label('account')} error={errorOf('account')} />
          <WhenField draft={draft} clock={clock} onChange={(read) => setDraft(read)} error={errorOf('when')} />
          <TextInput
            className={classes['place']}
            aria-label={t('place.label')}
            placeholder={t('place.label')}
            maxLength={200}
            leftSection={<Icon name="visit" size={15} />}
            leftSectionWidth={30}
            value={draft.place}
            onChange={(event) => patch({ place: event.currentTarget.value })}
          />
        </div>
        <span id={label('people')} className={classes['label']}>{t('people.label')}</span>
        <PeopleField
          draft={draft}
          onChange={setDraft}
          typed={pending}
          onTyped={setPending}
          contacts={contacts}
          colleagues={colleagues}
          labelId={label('people')}
          error={errorOf('people')}
          autoFocus={fromFile}
        />
        <label htmlFor={label('summary')} className={classes['label']}>{t('summary.label')}</label>
        <TextInput
          id={label('summary')}
          data-field="summary"
          required
          maxLength={500}
          value={draft.summary}
          error={errorOf('summary')}
          onChange={(event) => patch({ summary: event.currentTarget.value })}
        />
        <label htmlFor={label('notes')} className={classes['label']}>{t('notes.label')}</label>
        <Textarea
          id={label('notes')}
          data-field="notes"
          autosize
          minRows={4}
          maxRows={14}
          value={draft.notes}
          error={errorOf('notes')}
          onChange={(event) => patch({ notes: event.currentTarget.value })}
        />
        <label htmlFor={label('decisions')} className={classes['label']}>{t('decisions.label')}</label>
        <Textarea
          id={label('decisions')}
          data-field="decisions"
          autosize
          minRows={1}
          maxRows={6}
          placeholder={t('decisions.hint')}
          value={draft.decisions}
          error={errorOf('decisions')}
          onChange={(event) => patch({ decisions: event.currentTarget.value })}
        />
        <span id={label('steps')} className={classes['label']}>{t('steps.label')}</span>
        <div className={classes['stack']}>
          <NextSteps draft={draft} onChange={(steps) => patch({ steps })} contacts={contacts} colleagues={colleagues} me={me} clock={clock} labelId={label('steps')} />
          {errorOf('steps') !== null && <p className={classes['error']}>{errorOf('steps')}</p>}
        </div>
      </div>
      {failed && <div className={classes['failure']}><DataError title={failed.title} text={t('notSaved', { reason: failed.text })} where={failed.where} /></div>}
      <div className={classes['foot']}>
        <DraftNote
          status={status}
          touched={!isUntouched(draft, empty)}
          onDiscard={() => {
            const before = draft;
            setDraft(empty);
            keeper.forget();
            return () => setDraft(before);
          }}
        />
        <Button variant="subtle" c="var(--bl-text2)" onClick={onClose} rightSection={<KeyHint keys={['Esc']} />}>{t('later')}</Button>
        <Button variant="filled" loading={saving} onClick={() => void save(draft, pending)} rightSection={<KeyHint keys={['Ctrl', 'Enter']} inherit />}>{t('save')}</Button>
      </div>
    </div>
  );
}
