import { Button, Checkbox, Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Participants } from '#shared/domain/review/record.ts';
import { InitialsAvatar } from '#renderer/ui/InitialsAvatar.tsx';
import type { Owners } from './use-owners.ts';
import classes from './record.module.css';

interface ParticipantsPartProps {
  participants: Participants;
  owners: Owners;
  frozen: boolean;
  opened: boolean;
  onOpened: (opened: boolean) => void;
  onChange: (personIds: string[], colleagueIds: string[]) => void;
}

const toggled = (ids: string[], id: string): string[] => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);

/** Who takes part, theirs and ours; ticked in a list of all who may. */
export function ParticipantsPart({ participants, owners, frozen, opened, onOpened, onChange }: ParticipantsPartProps) {
  const { t } = useTranslation('review');
  const theirs = participants.people.map(({ id }) => id);
  const ours = participants.colleagues.map(({ id }) => id);
  const row = (label: string, people: { id: string; name: string }[]) => (
    <div className={classes['side']}>
      <span>{label}</span>
      <ul aria-label={label}>{people.map(({ id, name }) => <li key={id} title={name}><InitialsAvatar name={name} size={26} /><span className={classes['spoken']}>{name}</span></li>)}</ul>
      {people.length === 0 && <small>{t('people.nobody')}</small>}
    </div>
  );
  return (
    <section className={classes['people']} aria-label={t('people.title')}>
      <div className={classes['checkHead']}>
        <h3>{t('people.title')}</h3>
        {!frozen && (
          <Popover opened={opened} onChange={onOpened} position="bottom-end" trapFocus returnFocus withinPortal>
            <Popover.Target><Button size="xs" variant="subtle" onClick={() => onOpened(!opened)}>{t('people.change')}</Button></Popover.Target>
            <Popover.Dropdown className={classes['choose']} aria-label={t('people.title')}>
              <fieldset>
                <legend>{t('people.customer')}</legend>
                {owners.people.map(({ personId, name, title }) => <Checkbox key={personId} size="xs" label={title === null ? name : `${name} · ${title}`} checked={theirs.includes(personId)} onChange={() => onChange(toggled(theirs, personId), ours)} />)}
                {owners.people.length === 0 && <small>{t('people.noneKnown')}</small>}
              </fieldset>
              <fieldset>
                <legend>{t('people.us')}</legend>
                {owners.colleagues.map(({ id, name }) => <Checkbox key={id} size="xs" label={name} checked={ours.includes(id)} onChange={() => onChange(theirs, toggled(ours, id))} />)}
              </fieldset>
            </Popover.Dropdown>
          </Popover>
        )}
      </div>
      {row(t('people.customer'), participants.people)}
      {row(t('people.us'), participants.colleagues)}
      <small>{t('people.note')}</small>
    </section>
  );
}
