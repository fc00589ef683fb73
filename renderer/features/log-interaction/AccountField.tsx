import { Combobox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import type { LogDraft } from './log-draft.ts';
import classes from './log.module.css';
import { NameOption } from './NameOption.tsx';
import { useNameSearch } from './use-name-search.ts';
import { useOptionPicker } from './use-option-picker.ts';

interface AccountFieldProps {
  value: LogDraft['account'];
  onChange: (account: LogDraft['account']) => void;
  labelId: string;
  error: string | null;
}

const RECENT = 6;

/** The account, found by name, pinyin or initials; before anything is typed those touched last. */
export function AccountField({ value, onChange, labelId, error }: AccountFieldProps) {
  const { t } = useTranslation('log');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? '';
  const { hits, loading } = useNameSearch(text, ['account'], null);
  const { data: recent } = useQuery(useApi().accounts.window.queryOptions({
    input: { filter: {}, sort: 'lastInteraction', descending: true, cursor: null, limit: RECENT },
  }));
  const waiting = text.trim() === '' ? recent === undefined : loading;
  const found = text.trim() === ''
    ? (recent?.rows ?? []).map((row) => ({ id: row.id, name: row.name, detail: row.city, pinyin: null }))
    : hits;
  const { combobox, onKeyDown } = useOptionPicker(text, waiting, found);

  const pick = (id: string): void => {
    const account = found.find((candidate) => candidate.id === id);
    if (!account) return;
    onChange({ id: account.id, name: account.name });
    setTyped(null);
    combobox.closeDropdown();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={pick} width={320} position="bottom-start" offset={4}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          className={classes['account']}
          classNames={{ input: classes['accountInput'] ?? '' }}
          aria-labelledby={labelId}
          aria-required
          data-autofocus
          data-field="account"
          value={typed ?? value?.name ?? ''}
          placeholder={t('account.find')}
          error={error}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onKeyDown={onKeyDown}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            setTyped(null);
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0 && waiting}>
        <Combobox.Options labelledBy={labelId}>
          {found.map((account) => (
            <Combobox.Option key={account.id} value={account.id} active={account.id === value?.id}>
              <NameOption option={account} typed={text} />
            </Combobox.Option>
          ))}
          {found.length === 0 && !waiting && <Combobox.Empty role="option" aria-disabled aria-selected={false}>{t(text.trim() === '' ? 'account.noneYet' : 'account.notFound', { text: text.trim() })}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
