import {
  ActionIcon, Button, Checkbox, Combobox, Drawer, Input, InputWrapper, Kbd, Menu, Modal, NavLink, Pill, Popover, SegmentedControl, Select, Skeleton, Tabs, Tooltip,
  type MantineThemeComponents,
} from '@mantine/core';
import classes from './theme.module.css';

const BUTTON_HEIGHT: Record<string, string> = { xs: '26px', sm: '30px', md: '36px' };
const BUTTON_PADDING: Record<string, string> = { xs: '9px', sm: '11px', md: '14px' };
const ICON_BUTTON: Record<string, string> = { xs: '24px', sm: '26px', md: '30px', lg: '36px' };

const RISE = { duration: 120, transition: { in: { opacity: 1, transform: 'translateY(0)' }, out: { opacity: 0, transform: 'translateY(4px)' }, transitionProperty: 'opacity, transform' } } as const;

/** Sizes and defaults of Mantine's components: controls 30 px high, 26 inside rows, targets never under 24. */
export const COMPONENTS: MantineThemeComponents = {
  Button: Button.extend({
    defaultProps: { size: 'sm', variant: 'default' },
    classNames: { root: classes['button'] ?? '', section: classes['buttonSection'] ?? '' },
    vars: (_theme, { size = 'sm' }) => ({
      root: {
        '--button-height': BUTTON_HEIGHT[size],
        '--button-padding-x': BUTTON_PADDING[size],
        '--button-fz': size === 'xs' ? 'var(--mantine-font-size-xs)' : 'var(--mantine-font-size-sm)',
      },
    }),
  }),
  ActionIcon: ActionIcon.extend({
    defaultProps: { variant: 'subtle', color: 'gray', size: 'md' },
    classNames: { root: classes['actionIcon'] ?? '' },
    vars: (_theme, { size = 'md' }) => ({ root: { '--ai-size': ICON_BUTTON[String(size)] } }),
  }),
  Input: Input.extend({
    classNames: { input: classes['input'] ?? '' },
    vars: (_theme, { size = 'sm' }) => ({ wrapper: { '--input-height': size === 'xs' ? '26px' : '32px', '--input-bd': 'var(--bl-ctl)' } }),
  }),
  InputWrapper: InputWrapper.extend({ classNames: { label: classes['label'] ?? '', description: classes['description'] ?? '', error: classes['error'] ?? '' } }),
  Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 'xs' }, classNames: { input: classes['checkbox'] ?? '' } }),
  Combobox: Combobox.extend({ defaultProps: { shadow: 'md', transitionProps: RISE } }),
  Popover: Popover.extend({ defaultProps: { shadow: 'md', radius: 'lg', transitionProps: RISE } }),
  Menu: Menu.extend({ defaultProps: { shadow: 'md', radius: 'lg', transitionProps: RISE }, classNames: { item: classes['menuItem'] ?? '', label: classes['menuLabel'] ?? '' } }),
  Modal: Modal.extend({
    defaultProps: { radius: 'xl', yOffset: 56, shadow: 'md', transitionProps: { duration: 160, transition: 'fade' }, overlayProps: { color: 'transparent', backgroundOpacity: 1 } },
    classNames: { title: classes['modalTitle'] ?? '', overlay: classes['overlay'] ?? '', header: classes['modalHeader'] ?? '', body: classes['modalBody'] ?? '', close: classes['modalClose'] ?? '' },
  }),
  Drawer: Drawer.extend({
    defaultProps: { shadow: 'md', transitionProps: { duration: 160, transition: 'fade' }, overlayProps: { color: 'transparent', backgroundOpacity: 1 } },
    classNames: { title: classes['modalTitle'] ?? '', overlay: classes['overlay'] ?? '', header: classes['modalHeader'] ?? '', body: classes['modalBody'] ?? '', close: classes['modalClose'] ?? '' },
  }),
  Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, transitionProps: RISE, events: { hover: true, focus: true, touch: false } }, classNames: { tooltip: classes['tooltip'] ?? '' } }),
  Kbd: Kbd.extend({ classNames: { root: classes['kbd'] ?? '' }, defaultProps: { size: '11px' } }),
  NavLink: NavLink.extend({ classNames: { root: classes['navLink'] ?? '' } }),
  Pill: Pill.extend({ defaultProps: { radius: 'sm' } }),
  SegmentedControl: SegmentedControl.extend({ defaultProps: { withItemsBorders: false }, classNames: { root: classes['segments'] ?? '', indicator: classes['segmentOn'] ?? '', label: classes['segmentLabel'] ?? '' } }),
  // The list itself scrolls: a scroll area within it would be a region that the keyboard does not reach.
  Select: Select.extend({ defaultProps: { withScrollArea: false, checkIconPosition: 'right' }, classNames: { options: classes['options'] ?? '' } }),
  Skeleton: Skeleton.extend({ defaultProps: { radius: 'xs' } }),
  Tabs: Tabs.extend({ classNames: { list: classes['tabsList'] ?? '', tab: classes['tab'] ?? '' } }),
};
