import { useTranslation } from 'react-i18next';
import type { CheckState } from '#shared/domain/review/check-review.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import classes from './record.module.css';

/** How far something is: tick, half disc, dashed ring; spoken in words. */
export function StateMark({ state }: { state: CheckState }) {
  const { t } = useTranslation('review');
  return (
    <span className={classes['mark']} data-state={state}>
      {state === 'done' ? <Icon name="check" size={15} label={t('state.done')} /> : (
        <svg width={15} height={15} viewBox="0 0 15 15" role="img" aria-label={t(`state.${state}`)}>
          <circle cx={7.5} cy={7.5} r={5.2} fill="none" stroke="currentColor" strokeWidth={1.6} strokeDasharray={state === 'empty' ? '2.6 2.2' : undefined} />
          {state === 'half' && <path d="M7.5 2.3a5.2 5.2 0 0 1 0 10.4z" fill="currentColor" />}
        </svg>
      )}
    </span>
  );
}
