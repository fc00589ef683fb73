import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/ui/Icon.tsx';
import { InitialsAvatar } from '#renderer/ui/InitialsAvatar.tsx';
import classes from './log.module.css';

interface PersonPillProps {
  name: string;
  detail: string;
  /** Someone on our side: tinted, and said in words too. */
  ours?: boolean;
  onRemove: () => void;
}

/** Someone who took part. */
export function PersonPill({ name, detail, ours = false, onRemove }: PersonPillProps) {
  const { t } = useTranslation('log');
  return (
    <span className={classes['pill']} data-ours={ours || undefined}>
      <InitialsAvatar name={name} size={20} />
      <span className={classes['pillName']}>{name}</span>
      {detail !== '' && <span className={classes['pillDetail']}>{detail}</span>}
      <ActionIcon
        size="xs"
        tabIndex={-1}
        aria-label={t('people.remove', { name })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          event.stopPropagation();
          onRemove();
        }}
      >
        <Icon name="close" size={12} />
      </ActionIcon>
    </span>
  );
}
