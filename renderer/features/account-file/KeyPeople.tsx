import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#shared/domain/person/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { InitialsAvatar } from '#renderer/ui/InitialsAvatar.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { keyPeople } from './view-model.ts';
import styles from './account-file.module.css';

/** The people who decide, and when each was last met. */
export function KeyPeople({ contacts, onPeople }: { contacts: readonly Contact[]; onPeople: () => void }) {
  const { t } = useTranslation('account');
  const format = useFormat();
  return (
    <section>
      <SectionHeading
        line action={<Anchor component="button" type="button" className={styles.more} onClick={onPeople}>{t('allPeople', { count: contacts.length })}</Anchor>}
      >
        {t('keyPeople')}
      </SectionHeading>
      {contacts.length === 0 && <EmptyState compact icon="person" text={t('peopleEmpty')} />}
      <ul className={styles.list}>
        {keyPeople(contacts, 5).map((contact) => (
          <li key={contact.positionId} className={styles.item}>
            <InitialsAvatar name={contact.name} size={28} />
            <div className={styles.itemText}>
              <div className={styles.clip}>{contact.name}</div>
              <small className={styles.clip}>{[contact.title, ...contact.buyingRoles.map((role) => t(`role.${role}`))].filter(Boolean).join(' · ') || t('noTitle')}</small>
            </div>
            <span className={styles.itemDate}>{contact.lastInteractionAt === null ? t('notMet') : format.ago(contact.lastInteractionAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
