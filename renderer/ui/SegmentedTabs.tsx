import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SegmentedTabs.module.css';

export interface TabItem<V extends string> {
  value: V;
  label: string;
  /** How many rows it holds, quiet behind the label. */
  count?: string | undefined;
}

export interface SegmentedTabsProps<V extends string> {
  items: TabItem<V>[];
  value: V;
  onChange: (value: V) => void;
  /** Spoken name of the row of tabs. */
  label: string;
  /** Panel of the current tab; without it the tabs only switch a view elsewhere. */
  children?: ReactNode;
  /** Aligned with the page's side padding. */
  inset?: boolean;
}

/** Tabs with counts over a hairline. */
export function SegmentedTabs<V extends string>({ items, value, onChange, label, children, inset = true }: SegmentedTabsProps<V>) {
  const choose = (chosen: string | null) => {
    const item = items.find((candidate) => candidate.value === chosen);
    if (item) onChange(item.value);
  };
  return (
    <Tabs value={value} onChange={choose} activateTabWithKeyboard={false} keepMounted={false} className={classes['root']}>
      <Tabs.List aria-label={label} className={classes['list']} data-inset={inset || undefined}>
        {items.map((item) => (
          <Tabs.Tab key={item.value} value={item.value}>
            {item.label}
            {item.count !== undefined && <span className={classes['count']}>{item.count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {items.map((item) => (
        <Tabs.Panel key={item.value} value={item.value} className={classes['panel']}>{item.value === value ? children : null}</Tabs.Panel>
      ))}
    </Tabs>
  );
}
