import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { useMerges, useOthers } from './api.ts';
import classes from './duplicates.module.css';
import { MergeDialog } from './MergeDialog.tsx';

interface MergeWithDialogProps {
  accountId: string;
  /** One of its people, where that person is to be merged and not the account. */
  person?: { id: string; name: string } | undefined;
  onClose: () => void;
  onMerged: (survivorId: string) => void;
  /** To the history, where a merge is taken back. */
  onHistory: (accountId: string) => void;
}

/** Chooses the account or person that one is to be merged with, and lists what was merged into an account before. */
export function MergeWithDialog({ accountId, person, onClose, onMerged, onHistory }: MergeWithDialogProps) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const [text, setText] = useState('');
  const [otherId, setOtherId] = useState<string | null>(null);
  const [kind, ownId] = person ? ['person', person.id] as const : ['account', accountId] as const;
  const others = useOthers({ text, kind, id: ownId, accountId });
  const merges = useMerges(accountId);
  if (otherId !== null) return <MergeDialog kind={kind} pair={{ first: { id: ownId }, second: { id: otherId } }} onClose={onClose} onMerged={onMerged} />;
  return (
    <Modal opened onClose={onClose} size={480} title={t(`with.title.${kind}`, { name: person?.name ?? '' })} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={classes['with']}>
        <TextInput label={t(`with.find.${kind}`)} data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <ul className={classes['hits']} aria-label={t(`with.hits.${kind}`)}>
          {others.map(({ id, name, detail }) => (
            <li key={id}>
              <UnstyledButton className={classes['hit']} onClick={() => setOtherId(id)}>
                <span className={classes['name']}>{name}</span>
                {detail !== null && <span className={classes['detail']}>{detail}</span>}
              </UnstyledButton>
            </li>
          ))}
        </ul>
        {text.trim() !== '' && others.length === 0 && <p className={classes['quiet']}>{t(`with.none.${kind}`)}</p>}
        {!person && merges.length > 0 && (
          <section>
            <SectionHeading line order={3}>{t('with.before')}</SectionHeading>
            <ul className={classes['hits']}>
              {merges.map(({ name, step }) => (
                <li key={step.no}>
                  <UnstyledButton className={classes['hit']} aria-label={t('with.takeBack', { name })} onClick={() => onHistory(accountId)}>
                    <span className={classes['name']}>{name}</span>
                    <span className={classes['detail']}>{format.instant(step.at)}</span>
                    <Icon name="history" size={14} />
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Modal>
  );
}
