import { Box } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DuplicatesPage } from '#renderer/features/duplicates/DuplicatesPage.tsx';
import { useDuplicateCount } from '#renderer/features/duplicates/use-duplicate-count.ts';
import { ImportPage } from '#renderer/features/import/ImportPage.tsx';
import { SyncCard } from '#renderer/features/sync/SyncCard.tsx';
import { SegmentedTabs } from '#renderer/ui/SegmentedTabs.tsx';

const parts = ['import', 'duplicates'] as const;

/** Data: the import of files, and records that are there twice. */
export function DataRoute() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const { part } = useSearch({ from: '/data' });
  const count = useDuplicateCount();
  const tabs = (
    <Box mt={8}>
      <SegmentedTabs
        label={t('data.parts')} value={part ?? 'import'} inset={false} items={parts.map((value) => ({ value, label: t(`data.${value}`), count: value === 'duplicates' ? count : undefined }))}
        onChange={(value) => void navigate({ to: '/data', search: value === 'import' ? {} : { part: value }, replace: true })}
      />
    </Box>
  );
  if (part === 'duplicates') return <DuplicatesPage tabs={tabs} />;
  return <ImportPage tabs={tabs} below={<SyncCard />} onDone={() => void navigate({ to: '/accounts' })} />;
}
