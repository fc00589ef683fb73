import { useTranslation } from 'react-i18next';
import type { KeyboardEvent } from 'react';
import type { Contact } from '#shared/domain/person/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { NoData } from '#renderer/tables/NoData.tsx';
import { InitialsAvatar } from '#renderer/ui/InitialsAvatar.tsx';
import { ReachText } from './ReachText.tsx';
import { isDeciding } from './view-model.ts';
import styles from './people.module.css';

interface PeopleTableProps {
  contacts: readonly Contact[];
  onEdit: (contact: Contact) => void;
}

const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** People with their place, roles and last contact; a name opens its form. */
export function PeopleTable({ contacts, onEdit }: PeopleTableProps) {
  const { t } = useTranslation('people');
  const format = useFormat();

  function onKeyDown(event: KeyboardEvent<HTMLTableSectionElement>) {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const names = [...event.currentTarget.querySelectorAll('button')];
    const next = names[names.findIndex((name) => name === event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
  return (
    <div className={styles.tableBox}>
      <table className={styles.table} aria-label={t('title')}>
        <thead>
          <tr>
            {(['name', 'title', 'department', 'reportsTo', 'roles', 'reach', 'lastContact'] as const).map((column) => <th key={column} scope="col" className={styles[column]}>{t(`column.${column}`)}</th>)}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {contacts.map((contact) => (
            <tr key={contact.positionId} className={styles.row} onClick={() => onEdit(contact)}>
              <th scope="row">
                <button type="button" className={styles.person} onClick={(event) => { event.stopPropagation(); onEdit(contact); }}>
                  <InitialsAvatar name={contact.name} size={24} />
                  <span className={styles.clip}>{contact.name}</span>
                </button>
              </th>
              <td className={styles.clip} title={contact.title ?? undefined}>{contact.title}</td>
              <td className={styles.clip} title={contact.department ?? undefined}>{contact.department}</td>
              <td className={styles.clip}>{contact.reportsToName}</td>
              <td><span className={styles.chips}>{contact.buyingRoles.map((role) => <span key={role} className={styles.chip} data-deciding={isDeciding(role) || undefined}>{t(`role.${role}`)}</span>)}</span></td>
              <td className={styles.reachText} title={[contact.phone, contact.mobile, contact.email, contact.wechat].filter(Boolean).join(t('join')) || undefined}><ReachText text={contact.mobile ?? contact.phone ?? contact.email ?? contact.wechat} /></td>
              <td className={styles.last}>{contact.lastInteractionAt === null ? <NoData reason={t('neverMet')} /> : <span title={format.instant(contact.lastInteractionAt)}>{format.ago(contact.lastInteractionAt)}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
