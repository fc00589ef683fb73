import { useScrollSpy } from '@mantine/hooks';
import type { RefObject } from 'react';
import classes from './PageOutline.module.css';

export interface OutlineSection {
  /** Id of the section's element, which takes the focus. */
  id: string;
  title: string;
}

interface PageOutlineProps {
  label: string;
  sections: readonly OutlineSection[];
  /** What scrolls. */
  scrollHost: RefObject<HTMLElement | null>;
  /** How far below the window's top edge a section begins, in pixels. */
  offset: number;
}

/** The parts of a long page, to go to; where the page stands is marked. */
export function PageOutline({ label, sections, scrollHost, offset }: PageOutlineProps) {
  const { active } = useScrollSpy({ selector: sections.map(({ id }) => `#${id}`).join(', '), getDepth: () => 1, scrollHost, offset });
  function goTo(id: string): void {
    const section = document.getElementById(id);
    section?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: 'start' });
  }
  return (
    <nav className={classes['root']} aria-label={label}>
      <ul>
        {sections.map(({ id, title }, at) => (
          <li key={id}><button type="button" className={classes['entry']} aria-current={at === active ? 'location' : undefined} onClick={() => goTo(id)}>{title}</button></li>
        ))}
      </ul>
    </nav>
  );
}
