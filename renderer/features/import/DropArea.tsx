import { Button } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/client/use-api.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { importSession } from './import-session.ts';
import classes from './import.module.css';

/** Where files are dropped, with the button for those who do not drag. Any file may come: what it is, its content tells. @param main whether it is the first thing to do here */
export function DropArea({ main }: { main: boolean }) {
  const { t } = useTranslation('import');
  const client = useClient();
  const open = useRef<() => void>(null);
  return (
    <div>
      <Dropzone
        className={classes['drop']}
        openRef={open}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        tabIndex={-1}
        inputProps={{ 'aria-label': t('drop.choose') }}
        onDrop={(files) => void importSession.add(client, files)}
      >
        <div className={classes['dropInner']}>
          <Icon name="import" size={17} />
          <span className={classes['dropText']}>{t('drop.text')}</span>
          <Button variant={main ? 'filled' : 'default'} onClick={() => open.current?.()}>{t('drop.choose')}</Button>
        </div>
      </Dropzone>
    </div>
  );
}
