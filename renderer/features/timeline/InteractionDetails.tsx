import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useInteraction } from './api.ts';
import styles from './timeline.module.css';

interface InteractionDetailsProps {
  id: string;
  title: string;
}

/** What was said: people, place, notes, decisions, as plain text; and the way to take the entry out. */
export function InteractionDetails({ id, title }: InteractionDetailsProps) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const errorText = useErrorText();
  const client = useClient();
  const steps = useSteps();
  const { data, error, refetch } = useInteraction(id);
  if (error) return <DataError {...errorText(error)} retry={{ label: t('retry'), onClick: () => void refetch() }} />;
  if (!data) return <SkeletonRows rows={3} height={24} label={t('loading')} />;

  const remove = () => {
    steps.run(() => client.api.interactions.remove({ id }), t('removed', { summary: title })).catch((failure: unknown) => steps.say(errorText(failure).text));
  };
  const facts: [string, string][] = [
    [t('when'), data.durationMinutes === null ? format.instant(data.at) : t('whenFor', { when: format.instant(data.at), minutes: format.number(data.durationMinutes) })],
    [t('place'), data.place ?? ''],
    [t('people'), data.people.map((person) => (person.title === null ? person.name : t('personTitle', { name: person.name, title: person.title }))).join(t('join'))],
    [t('colleagues'), data.colleagues.map((colleague) => colleague.name).join(t('join'))],
    [t('decisions'), data.decisions],
    [t('notes'), data.notes],
  ];
  return (
    <>
      <dl className={styles.words}>
        {facts.filter(([, text]) => text !== '').map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Button size="xs" variant="subtle" leftSection={<Icon name="trash" size={14} />} onClick={remove}>{t('remove')}</Button>
    </>
  );
}
