import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { delimiters, encodings, type LayoutChoice } from '#shared/domain/import/layout.ts';
import type { Inspection } from '#shared/domain/import/model.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { HeaderPicker } from './HeaderPicker.tsx';
import classes from './import.module.css';
import { encodingKey, layoutChange } from './layout-choice.ts';

const DELIMITER_WORDS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

interface LayoutRowProps {
  inspection: Inspection;
  onChange: (layout: LayoutChoice) => void;
}

/** How the file is read, proposed by its content: sheet, header row, encoding, delimiter. Each can be set right here. */
export function LayoutRow({ inspection, onChange }: LayoutRowProps) {
  const { t } = useTranslation('import');
  const [picking, setPicking] = useState(false);
  const { layout, sheets, firstRows } = inspection;
  const change = (part: LayoutChoice): void => onChange(layoutChange(layout, part));

  return (
    <div className={classes['layout']}>
      <div className={classes['layoutLine']}>
        {sheets.length > 1 && (
          <Select
            size="xs"
            label={t('layout.sheet')}
            allowDeselect={false}
            data={sheets}
            value={layout.sheet}
            onChange={(sheet) => sheet !== null && change({ sheet })}
          />
        )}
        <div className={classes['layoutHeader']}>
          <span id="import-header-row">{t('layout.header')}</span>
          <Button
            size="xs"
            variant="default"
            aria-expanded={picking}
            aria-describedby="import-header-row"
            rightSection={<Icon name={picking ? 'chevronUp' : 'chevronDown'} size={13} />}
            onClick={() => setPicking(!picking)}
          >
            {t('layout.row', { row: layout.headerRow })}
          </Button>
        </div>
        {layout.encoding !== null && (
          <Select
            size="xs"
            label={t('layout.encoding')}
            allowDeselect={false}
            data={encodings.map((value) => ({ value, label: t(`layout.encodings.${encodingKey(value)}`) }))}
            value={layout.encoding}
            onChange={(chosen) => {
              const encoding = encodings.find((value) => value === chosen);
              if (encoding) change({ encoding });
            }}
          />
        )}
        {layout.delimiter !== null && (
          <Select
            size="xs"
            label={t('layout.delimiter')}
            allowDeselect={false}
            data={delimiters.map((value) => ({ value, label: t(`layout.delimiters.${DELIMITER_WORDS[value]}`) }))}
            value={layout.delimiter}
            onChange={(chosen) => {
              const delimiter = delimiters.find((value) => value === chosen);
              if (delimiter) change({ delimiter });
            }}
          />
        )}
      </div>
      {picking && <HeaderPicker rows={firstRows} headerRow={layout.headerRow} onChange={(headerRow) => change({ headerRow })} />}
    </div>
  );
}
