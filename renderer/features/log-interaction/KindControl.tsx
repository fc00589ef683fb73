import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { interactionKinds, type InteractionKind } from '#shared/domain/interaction/model.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import classes from './log.module.css';

/** Meeting, call, visit, e-mail or chat. */
export function KindControl({ value, onChange }: { value: InteractionKind; onChange: (kind: InteractionKind) => void }) {
  const { t } = useTranslation('log');
  return (
    <SegmentedControl
      aria-label={t('kind.label')}
      value={value}
      onChange={onChange}
      data={interactionKinds.map((kind) => ({
        value: kind,
        label: <span className={classes['kind']}><Icon name={kind} size={15} />{t(`kind.${kind}`)}</span>,
      }))}
    />
  );
}
