import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#shared/domain/person/model.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useContacts } from './api.ts';
import { PeopleTable } from './PeopleTable.tsx';
import { PersonForm, type BirthdayField } from './PersonForm.tsx';
import styles from './people.module.css';

interface PeoplePanelProps {
  accountId: string;
  onMerge: (person: { id: string; name: string }) => void;
  birthday: BirthdayField;
}

/** The people of an account: list, add, change, remove. */
export function PeoplePanel({ accountId, onMerge, birthday }: PeoplePanelProps) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();
  const { data, error, refetch } = useContacts(accountId);
  const [edited, setEdited] = useState<Contact | 'new' | null>(null);
  const close = () => setEdited(null);

  function remove({ positionId, name }: Contact) {
    close();
    steps.run(() => client.api.people.remove({ positionId }), t('removed', { name })).catch((failure: unknown) => steps.say(errorText(failure).text));
  }
  function merge({ personId, name }: Contact) {
    close();
    onMerge({ id: personId, name });
  }
  const add = <Button leftSection={<Icon name="plus" size={15} />} onClick={() => setEdited('new')}>{t('add')}</Button>;
  return (
    <div className={styles.panel}>
      {error && <DataError {...errorText(error)} retry={{ label: t('retry'), onClick: () => void refetch() }} />}
      {!data && !error && <SkeletonRows rows={6} label={t('loading')} />}
      {data?.length === 0 && <EmptyState icon="person" text={t('empty')} action={add} />}
      {data && data.length > 0 && (
        <>
          <div className={styles.bar}>
            <span className={styles.count}>{t('count', { count: data.length, shown: format.number(data.length) })}</span>
            {add}
          </div>
          <PeopleTable contacts={data} onEdit={setEdited} />
        </>
      )}
      <Drawer
        opened={edited !== null} onClose={close} position="right" size={460} closeButtonProps={{ 'aria-label': t('close') }}
        title={edited === 'new' ? t('newPerson') : edited?.name}
      >
        {edited && <PersonForm accountId={accountId} contact={edited === 'new' ? null : edited} contacts={data ?? []} onClose={close} onRemove={remove} onMerge={merge} birthday={birthday} />}
      </Drawer>
    </div>
  );
}
