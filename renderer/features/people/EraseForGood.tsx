import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#shared/domain/person/model.ts';
import { joinSentences } from '#renderer/client/join-sentences.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { DataError } from '#renderer/ui/DataError.tsx';

/** A person's right to be forgotten: the one deed that cannot be undone, so it is asked about first. */
export function EraseForGood({ contact, onErased }: { contact: Contact; onErased: () => void }) {
  const { t } = useTranslation('people');
  const client = useClient();
  const steps = useSteps();
  const format = useFormat();
  const errorText = useErrorText();
  const [asking, setAsking] = useState(false);
  const erase = useMutation({
    mutationFn: () => client.api.people.eraseForGood({ personId: contact.personId }),
    onSuccess: ({ backups, shared }) => {
      const sentences = [t('erase.done', { name: contact.name }), ...backups.slice(0, 1).map(({ takenAt }) => t('erase.backups', { count: backups.length, date: format.instant(takenAt) }))];
      if (shared && shared.bundles === null) sentences.push(t('erase.unseen', { folder: shared.folder }));
      else if (shared?.bundles) sentences.push(t('erase.bundles', { count: shared.bundles, folder: shared.folder }));
      steps.say(joinSentences(sentences, format.language));
      onErased();
    },
  });
  if (!asking) return <div><Button variant="subtle" color="red" px={0} onClick={() => setAsking(true)}>{t('erase.start')}</Button></div>;
  return (
    <div role="group" aria-label={t('erase.start')}>
      <Text size="sm">{t('erase.text', { name: contact.name })}</Text>
      {erase.error && <DataError {...errorText(erase.error)} />}
      <Group gap={8} mt={8}>
        <Button color="red" variant="outline" loading={erase.isPending} onClick={() => erase.mutate()}>{t('erase.confirm')}</Button>
        <Button variant="subtle" onClick={() => setAsking(false)}>{t('cancel')}</Button>
      </Group>
    </div>
  );
}
