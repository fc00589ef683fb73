import { useTranslation } from 'react-i18next';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { EncodingChoice } from './EncodingChoice.tsx';
import type { ImportFile } from './import-session.ts';
import classes from './import.module.css';
import { MappingView } from './MappingView.tsx';
import { PreviewView } from './PreviewView.tsx';
import { SummaryView } from './SummaryView.tsx';

interface FileViewProps {
  file: ImportFile;
  /** Other files still to be imported. */
  left: number;
  onDone: (() => void) | undefined;
}

/** The chosen file at the stage it has reached. */
export function FileView({ file, left, onDone }: FileViewProps) {
  const { t } = useTranslation('import');
  const errorText = useErrorText();
  const words = file.error ? errorText(file.error) : null;
  const error = words && <DataError title={words.title} text={words.text} where={words.where} />;

  if (file.stage === 'sending') return error ? <>{error}{words.code === 'encoding-not-supported' && <EncodingChoice file={file} />}</> : <SkeletonRows rows={6} label={t('stage.sending')} />;
  if (file.stage === 'importing' || file.stage === 'checking') {
    return <p role="status" className={classes['busy']}>{t(file.stage === 'checking' ? 'checking' : 'importing', { file: file.name })}</p>;
  }
  if (file.stage === 'mapping') return <MappingView file={file} error={error} />;
  if (file.stage === 'checked' && file.preview) return <PreviewView file={file} preview={file.preview} error={error} />;
  return <SummaryView file={file} left={left} onDone={onDone} />;
}
