import { Combobox, PillsInput, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '#shared/domain/colleague/model.ts';
import type { Contact } from '#shared/domain/person/model.ts';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { LogDraft } from './log-draft.ts';
import classes from './log.module.css';
import { NameOption } from './NameOption.tsx';
import { hitOptions, readNewPerson, suggestPeople, withNewPerson, withoutPerson, withPerson } from './people-options.ts';
import { PersonPill } from './PersonPill.tsx';
import { useNameSearch } from './use-name-search.ts';
import { useOptionPicker } from './use-option-picker.ts';

interface PeopleFieldProps {
  draft: LogDraft;
  onChange: (draft: LogDraft) => void;
  typed: string;
  onTyped: (text: string) => void;
  contacts: Contact[];
  colleagues: Colleague[];
  labelId: string;
  error: string | null;
  autoFocus: boolean;
}

const CREATE = 'new';

/** Who took part, on both sides; someone unknown is made on the way, with a title if it is known. */
export function PeopleField({ draft, onChange, typed, onTyped, contacts, colleagues, labelId, error, autoFocus }: PeopleFieldProps) {
  const { t } = useTranslation('log');
  const { hits, loading } = useNameSearch(typed, ['person', 'colleague'], draft.account?.id ?? null);
  const options = typed.trim() === '' ? suggestPeople(contacts, colleagues, draft) : hitOptions(hits, draft);
  const { combobox, onKeyDown } = useOptionPicker(typed, loading, hits);
  const fresh = readNewPerson(typed);

  const submit = (value: string): void => {
    onTyped('');
    if (value === CREATE) {
      onChange(withNewPerson(draft, typed));
      return;
    }
    const option = options.find((candidate) => `${candidate.kind}:${candidate.id}` === value);
    if (option) onChange(withPerson(draft, option));
  };
  const removeLast = (event: KeyboardEvent): void => {
    if (event.key !== 'Backspace' || typed !== '' || isComposing(event.nativeEvent)) return;
    const lastPerson = draft.people.at(-1);
    const lastColleague = draft.colleagues.at(-1);
    if (lastColleague) onChange(withoutPerson(draft, 'colleague', lastColleague.id));
    else if (lastPerson) onChange(withoutPerson(draft, 'person', lastPerson.id));
  };

  return (
    <div className={classes['stack']}>
      <Combobox store={combobox} onOptionSubmit={submit} width={320} position="bottom-end" offset={4}>
        <Combobox.DropdownTarget>
          <PillsInput error={error} classNames={{ input: classes['people'] ?? '' }} onClick={() => combobox.openDropdown()}>
            <div className={classes['pills']}>
              {draft.people.map(({ id, name, title }) => (
                <PersonPill key={id} name={name} detail={title} onRemove={() => onChange(withoutPerson(draft, 'person', id))} />
              ))}
              {draft.colleagues.map(({ id, name }) => (
                <PersonPill key={id} name={name} detail={t('people.ours')} ours onRemove={() => onChange(withoutPerson(draft, 'colleague', id))} />
              ))}
              <Combobox.EventsTarget withExpandedAttribute>
                <PillsInput.Field
                  className={classes['peopleInput']}
                  aria-labelledby={labelId}
                  aria-invalid={error !== null || undefined}
                  data-autofocus={autoFocus || undefined}
                  data-field="people"
                  value={typed}
                  placeholder={draft.people.length === 0 ? t('people.find') : undefined}
                  onChange={(event) => {
                    onTyped(event.currentTarget.value);
                    combobox.openDropdown();
                  }}
                  onKeyDown={(event) => {
                    removeLast(event);
                    onKeyDown(event);
                  }}
                  onBlur={() => combobox.closeDropdown()}
                />
              </Combobox.EventsTarget>
            </div>
          </PillsInput>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown hidden={options.length === 0 && loading}>
          <Combobox.Options labelledBy={labelId}>
            {options.map((option) => (
              <Combobox.Option key={`${option.kind}:${option.id}`} value={`${option.kind}:${option.id}`}>
                <NameOption option={option} typed={typed} side={option.kind === 'colleague' ? t('people.ours') : undefined} />
              </Combobox.Option>
            ))}
            {options.length === 0 && typed.trim() === '' && <Combobox.Empty role="option" aria-disabled aria-selected={false}>{t(draft.account ? 'people.typeName' : 'people.accountFirst')}</Combobox.Empty>}
            {fresh.name !== '' && !loading && (
              <Combobox.Option value={CREATE} className={classes['create']} data-divided={options.length > 0 || undefined}>
                <Icon name="plus" size={16} />
                {t(fresh.title === '' ? 'people.create' : 'people.createWithTitle', fresh)}
              </Combobox.Option>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {draft.people.filter((person) => person.isNew).map((person) => (
        <div key={person.id} className={classes['newPerson']}>
          <span>{t('people.newNamed', { name: person.name })}</span>
          <TextInput
            size="xs"
            aria-label={t('people.titleOf', { name: person.name })}
            placeholder={t('people.title')}
            value={person.title}
            maxLength={200}
            onChange={(event) => {
              const title = event.currentTarget.value;
              onChange({ ...draft, people: draft.people.map((other) => (other.id === person.id ? { ...other, title } : other)) });
            }}
          />
        </div>
      ))}
    </div>
  );
}
