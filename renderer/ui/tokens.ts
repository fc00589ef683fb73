/** Semantic colours; components use them as `var(--bl-<name>)`, never a hex. Each text pair was measured at 4.5:1 or more. */
export const LIGHT_TOKENS = {
  bg: '#F5F7F8', surface: '#FFFFFF', surface2: '#FAFBFC', hover: '#F1F4F5', line: '#E5E9EC', line2: '#CDD5DA', ctl: '#84919B',
  text: '#14202A', text2: '#43515D', text3: '#5D6C78',
  brand: '#0B6477', accent: '#0B6477', 'accent-h': '#08505F', onaccent: '#FFFFFF', asoft: '#E4F1F4', atext: '#0A5768', focus: '#17748A',
  good: '#17734A', gsoft: '#E5F3EB', watch: '#8A5700', wsoft: '#FBF1DC', risk: '#B42F27', rsoft: '#FCECEA',
  pro: '#2159AD', psoft: '#E6EEFA', con: '#A8480B', csoft: '#FCEEE2',
  c0: '#7F8C96', c1: '#0B6477', c2: '#D97B1C', c3: '#6A3BC8', c4: '#3399D9', c5: '#756B37', c6: '#5E1C29', grid: '#E9EDEF',
  'seg-on': '#FFFFFF', toast: '#17242D', 'toast-text': '#F3F6F7', 'toast-key': '#C7D2D8', 'toast-edge': '#4C5F6B', 'toast-track': '#3A4D58', 'toast-line': '#84CBDA',
  'av0-bg': '#D5E9EE', 'av0-fg': '#0A4C5B', 'av1-bg': '#E3DEF5', 'av1-fg': '#47369A', 'av2-bg': '#FBE3CB', 'av2-fg': '#8A3D06',
  'av3-bg': '#D9E8F7', 'av3-fg': '#1D4C91', 'av4-bg': '#E9ECCB', 'av4-fg': '#525A0C', 'av5-bg': '#F6DCE6', 'av5-fg': '#8C2850',
  mark: '#123440', 'mark-text': '#FFFFFF',
  shadow: '0 1px 2px rgba(16,32,42,.05), 0 8px 28px rgba(16,32,42,.12)', scrim: 'rgba(18,30,38,.38)',
} as const;

export type TokenName = keyof typeof LIGHT_TOKENS;

/** A set of its own, not an inversion: surfaces get lighter as they rise. */
export const DARK_TOKENS: Record<TokenName, string> = {
  bg: '#0E1418', surface: '#151D22', surface2: '#192329', hover: '#1D282F', line: '#26323A', line2: '#3A4953', ctl: '#6F7F8A',
  text: '#E8EDF0', text2: '#B3BFC7', text3: '#8E9DA8',
  brand: '#17748A', accent: '#4C9FB2', 'accent-h': '#76B8C7', onaccent: '#06222A', asoft: '#12323B', atext: '#84CBDA', focus: '#76B8C7',
  good: '#62C391', gsoft: '#14301F', watch: '#E2AE55', wsoft: '#352812', risk: '#F58E84', rsoft: '#3D1C1A',
  pro: '#86B3F5', psoft: '#172A45', con: '#F0A46B', csoft: '#3A2413',
  c0: '#7F8D98', c1: '#56B3C7', c2: '#EDA04B', c3: '#8F63F2', c4: '#4379B0', c5: '#EEE9D3', c6: '#DE4C6E', grid: '#222D34',
  'seg-on': '#2B3943', toast: '#26343D', 'toast-text': '#F3F6F7', 'toast-key': '#C7D2D8', 'toast-edge': '#4C5F6B', 'toast-track': '#3A4D58', 'toast-line': '#84CBDA',
  'av0-bg': '#B4CBD0', 'av0-fg': '#0A3F4B', 'av1-bg': '#C3BED6', 'av1-fg': '#382A80', 'av2-bg': '#DAC3AC', 'av2-fg': '#6E3004',
  'av3-bg': '#B9C9D8', 'av3-fg': '#173E78', 'av4-bg': '#C9CCAD', 'av4-fg': '#434A0A', 'av5-bg': '#D6BCC7', 'av5-fg': '#702040',
  mark: '#D3E8ED', 'mark-text': '#0B2D37',
  shadow: '0 1px 2px rgba(0,0,0,.4), 0 12px 36px rgba(0,0,0,.5)', scrim: 'rgba(2,6,9,.6)',
};
