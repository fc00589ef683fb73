import { useRef, type KeyboardEvent } from 'react';
import classes from './log.module.css';

interface MarkedInputProps {
  label: string;
  value: string;
  /** The words to tint, as places in the value. */
  mark: { from: number; to: number } | null;
  placeholder?: string | undefined;
  onChange: (value: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
}

/** A line of text in which the words that were read as a date are tinted. */
export function MarkedInput({ label, value, mark, placeholder, onChange, onKeyDown, onBlur }: MarkedInputProps) {
  const shade = useRef<HTMLDivElement>(null);
  return (
    <span className={classes['marked']}>
      {mark && (
        <span ref={shade} className={classes['shade']} aria-hidden="true">
          {value.slice(0, mark.from)}
          <mark>{value.slice(mark.from, mark.to)}</mark>
          {value.slice(mark.to)}
        </span>
      )}
      <input
        className={classes['markedInput']}
        aria-label={label}
        data-step
        value={value}
        maxLength={300}
        placeholder={placeholder}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        onScroll={(event) => {
          if (shade.current) shade.current.scrollLeft = event.currentTarget.scrollLeft;
        }}
      />
    </span>
  );
}
