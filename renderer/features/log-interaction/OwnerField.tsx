import { Select, type ComboboxItem } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InitialsAvatar } from '#renderer/ui/InitialsAvatar.tsx';
import type { StepOwner } from './log-draft.ts';
import classes from './log.module.css';

interface OwnerFieldProps {
  value: StepOwner | null;
  owners: { ours: StepOwner[]; theirs: StepOwner[] };
  label: string;
  onChange: (owner: StepOwner | null) => void;
}

const keyOf = (owner: StepOwner): string => `${owner.kind}:${owner.id}`;
const toItem = (owner: StepOwner): ComboboxItem => ({ value: keyOf(owner), label: owner.name });

/** Whose step it is: one of us, or one of the customer's people. */
export function OwnerField({ value, owners, label, onChange }: OwnerFieldProps) {
  const { t } = useTranslation('log');
  const [opened, setOpened] = useState(false);
  const all = [...owners.ours, ...owners.theirs];
  // A draft may name someone who has left since; the name stays readable.
  const known = value === null || all.some((owner) => keyOf(owner) === keyOf(value));
  return (
    <Select
      className={classes['owner']}
      classNames={{ input: classes['ownerInput'] ?? '' }}
      variant="unstyled"
      aria-label={label}
      placeholder={t('steps.noOwner')}
      searchable
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onKeyDown={(event) => event.key === 'Escape' && opened && event.preventDefault()}
      onFocus={(event) => event.currentTarget.select()}
      selectFirstOptionOnChange
      clearable={false}
      withCheckIcon={false}
      comboboxProps={{ width: 220, position: 'bottom-end' }}
      nothingFoundMessage={t('steps.nobodyFound')}
      data={[
        ...(known || value === null ? [] : [toItem(value)]),
        { group: t('steps.us'), items: owners.ours.map(toItem) },
        ...(owners.theirs.length > 0 ? [{ group: t('steps.customer'), items: owners.theirs.map(toItem) }] : []),
      ]}
      value={value ? keyOf(value) : null}
      onChange={(chosen) => onChange(all.find((owner) => keyOf(owner) === chosen) ?? null)}
      leftSection={value ? <InitialsAvatar name={value.name} size={20} /> : null}
      leftSectionWidth={value ? 26 : 0}
      rightSection={null}
      rightSectionWidth={0}
    />
  );
}
