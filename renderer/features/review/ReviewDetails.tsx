import 'dayjs/locale/zh-cn';
import { Button, Popover, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewHead } from '#shared/domain/review/record.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { QuarterPicker } from './QuarterPicker.tsx';
import classes from './record.module.css';

interface ReviewDetailsProps {
  head: ReviewHead;
  text: string;
  opened: boolean;
  onOpened: (opened: boolean) => void;
  onUpdate: (patch: Partial<Pick<ReviewHead, 'heldOn' | 'place' | 'period'>>) => void;
}

/** When and where it is held and which quarter it is about, changed in place. */
export function ReviewDetails({ head, text, opened, onOpened, onUpdate }: ReviewDetailsProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const zh = format.language === 'zh-CN';
  const quarterLabel = useId();
  const [heldOn, setHeldOn] = useState<string | null>(head.heldOn);
  const [place, setPlace] = useState(head.place ?? '');
  const [period, setPeriod] = useState(head.period);
  const [picking, setPicking] = useState(false);

  function save(): void {
    onOpened(false);
    onUpdate({ heldOn: heldOn ?? head.heldOn, place: place.trim() === '' ? null : place.trim(), period });
  }
  return (
    <Popover opened={opened} onChange={onOpened} position="bottom-start" trapFocus returnFocus closeOnEscape={!picking} closeOnClickOutside={!picking}>
      <Popover.Target>
        <button type="button" className={classes['when']} aria-label={t('details.change', { text })} onClick={() => onOpened(!opened)}><span className={classes['clip']}>{text}</span><Icon name="pencil" size={14} /></button>
      </Popover.Target>
      <Popover.Dropdown className={classes['details']} aria-label={t('details.title')}>
        <DateInput
          label={t('details.heldOn')} valueFormat="YYYY-MM-DD" locale={zh ? 'zh-cn' : 'en'} firstDayOfWeek={1} hideOutsideDates value={heldOn} onChange={setHeldOn} popoverProps={{ withinPortal: false }}
          monthLabelFormat={zh ? 'YYYY年M月' : 'MMMM YYYY'} getDayAriaLabel={format.dayFull} previousLabel={t('details.previousMonth')} nextLabel={t('details.nextMonth')}
        />
        <TextInput label={t('details.place')} placeholder={t('details.placeHint')} maxLength={200} value={place} onChange={(event) => setPlace(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) save(); }} />
        <div>
          <span id={quarterLabel} className={classes['label']}>{t('dialog.period')}</span>
          <QuarterPicker value={period} today={format.today} labelId={quarterLabel} opened={picking} onOpened={setPicking} onChange={setPeriod} />
        </div>
        <Button variant="filled" onClick={save}>{t('details.save')}</Button>
      </Popover.Dropdown>
    </Popover>
  );
}
