import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/ui/Icon.tsx';
import { importSession, type ImportFile } from './import-session.ts';
import classes from './import.module.css';
import { inOrder } from './view-model.ts';

/** The files on their way, each with how far it is. */
export function FileList({ files, active }: { files: ImportFile[]; active: number | null }) {
  const { t } = useTranslation('import');
  return (
    <ul className={classes['files']} aria-label={t('files.label')}>
      {inOrder(files).map((file) => {
        const busy = file.stage === 'checking' || file.stage === 'importing';
        return (
          <li key={file.id} className={classes['file']} data-active={file.id === active || undefined}>
            <UnstyledButton className={classes['fileButton']} aria-current={file.id === active ? 'step' : undefined} onClick={() => importSession.choose(file.id)}>
              <Icon name={file.stage === 'imported' ? 'check' : 'file'} size={15} />
              <span className={classes['fileName']}>{file.name}</span>
              <span className={classes['fileStage']}>{t(file.error ? 'stage.failed' : `stage.${file.stage}`)}</span>
            </UnstyledButton>
            {!busy && (
              <Tooltip label={t('files.leave', { file: file.name })}>
                <ActionIcon size="xs" aria-label={t('files.leave', { file: file.name })} onClick={() => importSession.leave(file.id)}><Icon name="close" size={14} /></ActionIcon>
              </Tooltip>
            )}
          </li>
        );
      })}
    </ul>
  );
}
