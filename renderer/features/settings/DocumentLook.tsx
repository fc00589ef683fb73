import { ColorInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chineseFaces, latinFaces } from '#shared/domain/document/look.ts';
import { useBook } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { CompanyInput } from './CompanyInput.tsx';
import { LogoInput } from './LogoInput.tsx';
import { LookPreview } from './LookPreview.tsx';
import { SettingRow } from './SettingRow.tsx';
import classes from './settings.module.css';
import { useLook } from './use-save-look.ts';

const SWATCHES = ['#0B6477', '#1F4E9E', '#5B3A8C', '#9B1C31', '#B4530A', '#2E6B3A', '#14202A'];
const WHOLE = /^#[0-9A-F]{6}$/;

/** How slides, PDFs and their charts look: name, colour, faces and logo of the company, with a slide that shows it at once. */
export function DocumentLook() {
  const { t } = useTranslation('settings');
  const errorText = useErrorText();
  const { look, error, save } = useLook();
  const disabled = useBook().readOnly !== null;
  /** The colour under the pointer, not kept yet. */
  const [draft, setDraft] = useState<string | null>(null);
  const accent = draft !== null && WHOLE.test(draft) ? draft : look.accent;

  const keepColour = (value: string): void => {
    const whole = value.toUpperCase();
    if (WHOLE.test(whole) && whole !== look.accent) save.mutate({ field: 'accent', value: whole }, { onSettled: () => setDraft(null) });
    else setDraft(null);
  };
  const face = (field: 'latin' | 'chinese', faces: readonly string[]) => (
    <SettingRow label={t(`looks.${field}`)} hint={t(`looks.${field}Hint`)}>
      <Select
        className={classes['field']}
        aria-label={t(`looks.${field}`)}
        allowDeselect={false}
        data={[...faces]}
        value={look[field]}
        disabled={disabled}
        onChange={(value) => { if (value !== null && value !== look[field]) save.mutate({ field, value }); }}
      />
    </SettingRow>
  );
  return (
    <>
      {error && <DataError {...errorText(error)} />}
      <SettingRow label={t('looks.company')} hint={t('looks.companyHint')}><CompanyInput company={look.company} save={save} disabled={disabled} /></SettingRow>
      <SettingRow label={t('looks.accent')} hint={t('looks.accentHint')}>
        <ColorInput
          className={classes['field']}
          aria-label={t('looks.accent')}
          format="hex"
          withEyeDropper={false}
          swatches={SWATCHES}
          disabled={disabled}
          value={draft ?? look.accent}
          onChange={(value) => setDraft(value.toUpperCase())}
          onChangeEnd={keepColour}
          onBlur={(event) => keepColour(event.currentTarget.value)}
        />
      </SettingRow>
      {face('latin', latinFaces)}
      {face('chinese', chineseFaces)}
      <SettingRow label={t('looks.logo')} hint={t('looks.logoHint')}><LogoInput logo={look.logo} save={save} disabled={disabled} /></SettingRow>
      <LookPreview look={{ ...look, accent }} />
    </>
  );
}
