import { useNavigate } from '@tanstack/react-router';
import { ImportPage } from '#renderer/features/import/ImportPage.tsx';

/** Data: for now, the import of files. */
export function DataRoute() {
  const navigate = useNavigate();
  return <ImportPage onDone={() => void navigate({ to: '/accounts' })} />;
}
