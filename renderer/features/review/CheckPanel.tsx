import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Readiness, ReviewCheck } from '#shared/domain/review/check-review.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { groupChecks } from './record-view-model.ts';
import { StateMark } from './StateMark.tsx';
import classes from './record.module.css';

interface CheckPanelProps {
  readiness: Readiness;
  today: string;
  frozen: boolean;
  onGo: (check: ReviewCheck) => void;
}

/** Findings that say more than their title. */
const NOTED = new Set(['results.half', 'risks.empty', 'roles.half', 'quiet.half']);

/** What a review still lacks, by the day it is due, and the way to put it right. */
export function CheckPanel({ readiness, today, frozen, onGo }: CheckPanelProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const say = (check: ReviewCheck, part: 'title' | 'note'): string => {
    if (part === 'note' && (check.count === 0 || !NOTED.has(`${check.id}.${check.state}`))) return '';
    const names = check.id === 'roles' ? check.names.map((role) => t(`deck.deciding.${role}`)) : check.names;
    return t(`check.${check.id}.${check.state}.${part}`, { count: check.count, shown: format.number(check.count), names: names.slice(0, 3).join(t('deck.listSeparator')) });
  };
  return (
    <section aria-label={t('check.title')}>
      <div className={classes['checkHead']}><h2>{t('check.title')}</h2><b>{format.percent(readiness.percent / 100).replace('.0', '')}</b></div>
      <Progress value={readiness.percent} size={6} aria-label={t('check.title')} />
      {groupChecks(readiness.checks, today).map(({ ahead, dueOn, missing, checks }) => (
        <div key={ahead} className={classes['checkGroup']}>
          <h3>{missing ? t('check.missingNow') : t('check.by', { date: format.day(dueOn) })} <small>{t('check.ahead', { count: ahead })}</small></h3>
          <ul>
            {checks.map((check) => (
              <li key={check.id} data-state={check.state}>
                <StateMark state={check.state} />
                <span className={classes['grow']}>{say(check, 'title')}{say(check, 'note') !== '' && <small>{say(check, 'note')}</small>}</span>
                {check.state !== 'done' && !frozen && <Button size="xs" aria-label={t('check.goTo', { action: t(`check.${check.id}.action`), what: say(check, 'title') })} onClick={() => onGo(check)}>{t(`check.${check.id}.action`)}</Button>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
