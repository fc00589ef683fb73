import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { encodings } from '#shared/domain/import/layout.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { importSession, type ImportFile } from './import-session.ts';
import classes from './import.module.css';
import { encodingKey } from './layout-choice.ts';

/** The way on for a text whose letters could not be told: the person may know what they are written in. */
export function EncodingChoice({ file }: { file: ImportFile }) {
  const { t } = useTranslation('import');
  const client = useClient();
  return (
    <div className={classes['layoutLine']}>
      <Select
        size="xs"
        label={t('layout.encoding')}
        placeholder={t('layout.choose')}
        data={encodings.map((value) => ({ value, label: t(`layout.encodings.${encodingKey(value)}`) }))}
        onChange={(chosen) => {
          const encoding = encodings.find((value) => value === chosen);
          if (encoding) void importSession.setLayout(client, file.id, { encoding });
        }}
      />
    </div>
  );
}
