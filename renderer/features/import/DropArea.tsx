import { Button } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/client/use-api.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { importSession } from './import-session.ts';
import classes from './import.module.css';

/** What a person may drop; what a file really is, the core finds out by its content. */
const FILES = {
  'text/csv': ['.csv', '.tsv', '.txt'],
  'text/plain': ['.csv', '.tsv', '.txt', '.tab'],
  'application/vnd.ms-excel': ['.csv', '.xls'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx', '.xlsm'],
  'application/gzip': ['.gz'],
};

/** Where files are dropped, with the button for those who do not drag. @param main whether it is the first thing to do here */
export function DropArea({ main }: { main: boolean }) {
  const { t } = useTranslation('import');
  const client = useClient();
  const open = useRef<() => void>(null);
  const [refused, setRefused] = useState<string[]>([]);
  return (
    <div>
      <Dropzone
        className={classes['drop']}
        accept={FILES}
        openRef={open}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        tabIndex={-1}
        inputProps={{ 'aria-label': t('drop.choose') }}
        onDrop={(files) => {
          setRefused([]);
          void importSession.add(client, files);
        }}
        onReject={(rejections) => setRefused(rejections.map(({ file }) => file.name))}
      >
        <div className={classes['dropInner']}>
          <Icon name="import" size={17} />
          <span className={classes['dropText']}>{t('drop.text')}</span>
          <Button variant={main ? 'filled' : 'default'} onClick={() => open.current?.()}>{t('drop.choose')}</Button>
        </div>
      </Dropzone>
      {refused.length > 0 && <p role="alert" className={classes['refused']}>{t('drop.refused', { files: refused.join(t('listJoin')), count: refused.length })}</p>}
    </div>
  );
}
