import { Button, FileButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Look } from '#shared/domain/document/look.ts';
import classes from './settings.module.css';
import type { SaveLook } from './use-save-look.ts';

interface LogoInputProps { logo: Look['logo']; save: SaveLook; disabled: boolean }

/** The company's logo: chosen as a file, shown, taken away. */
export function LogoInput({ logo, save, disabled }: LogoInputProps) {
  const { t } = useTranslation('settings');
  return (
    <div className={classes['logo']}>
      {logo && <img className={classes['picture']} alt={t('looks.logoNow', { width: logo.width, height: logo.height })} src={`data:image/${logo.type};base64,${logo.data}`} />}
      <FileButton accept="image/png,image/jpeg" disabled={disabled} onChange={(file) => { if (file) save.mutate({ field: 'logo', value: file }); }}>
        {(props) => <Button {...props} loading={save.isPending && save.variables.field === 'logo'}>{t(logo ? 'looks.logoReplace' : 'looks.logoChoose')}</Button>}
      </FileButton>
      {logo && <Button variant="subtle" c="var(--bl-text2)" disabled={disabled} onClick={() => save.mutate({ field: 'logo', value: null })}>{t('looks.logoRemove')}</Button>}
    </div>
  );
}
