import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import classes from './RouteProblem.module.css';

/** Stands in place of a screen that threw while it was drawn. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const { title, text, where } = useErrorText()(error);
  return <div className={classes['root']}><DataError title={title} text={text} where={where} retry={{ label: t('retry'), onClick: reset }} /></div>;
}
