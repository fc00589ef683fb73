import { createTheme, defaultVariantColorsResolver, rem, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';
import { COMPONENTS } from './theme-components.ts';

const keel: MantineColorsTuple = ['#EAF5F7', '#D5E9EE', '#A9D3DD', '#76B8C7', '#4C9FB2', '#2B879C', '#17748A', '#0B6477', '#08505F', '#123440'];
const gray: MantineColorsTuple = ['#FAFBFC', '#F5F7F8', '#F1F4F5', '#E5E9EC', '#CDD5DA', '#84919B', '#5D6C78', '#43515D', '#2A3742', '#14202A'];
const dark: MantineColorsTuple = ['#E8EDF0', '#B3BFC7', '#8E9DA8', '#6F7F8A', '#3A4953', '#26323A', '#1D282F', '#151D22', '#12191E', '#0E1418'];

const FONT = '"Ballast Punct", Inter, "Segoe UI Variable Text", "Segoe UI", -apple-system, "SF Pro Text", "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", sans-serif';
const MONO = 'ui-monospace, "Cascadia Mono", "SF Mono", "Noto Sans Mono CJK SC", monospace';

/** The accent's own text colour in each scheme is measured; Mantine's luminance guess would put white on the light petrol of dark. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' && input.color === 'keel' ? { ...colors, color: 'var(--bl-onaccent)' } : colors;
};

/** The visual language as a Mantine theme. Sizes: xxs 11, xs 12, sm and md 13 (body), lg 14, xl 16, xxl 20, xxxl 22 px. */
export const theme = createTheme({
  colors: { keel, gray, dark },
  primaryColor: 'keel',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  white: '#FFFFFF',
  black: '#14202A',
  variantColorResolver,
  fontFamily: FONT,
  fontFamilyMonospace: MONO,
  fontSizes: { xxs: rem(11), xs: rem(12), sm: rem(13), md: rem(13), lg: rem(14), xl: rem(16), xxl: rem(20), xxxl: rem(22) },
  lineHeights: { xxs: rem(16), xs: rem(18), sm: rem(20), md: rem(20), lg: rem(20), xl: rem(22), xxl: rem(28), xxxl: rem(30) },
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  headings: {
    fontFamily: FONT,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(22), lineHeight: rem(30) },
      h2: { fontSize: rem(14), lineHeight: rem(20) },
      h3: { fontSize: rem(13), lineHeight: rem(20) },
      h4: { fontSize: rem(13), lineHeight: rem(20) },
      h5: { fontSize: rem(12), lineHeight: rem(18) },
      h6: { fontSize: rem(12), lineHeight: rem(18) },
    },
  },
  spacing: { xxs: rem(4), xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(16) },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'var(--bl-shadow)', md: 'var(--bl-shadow)', lg: 'var(--bl-shadow)', xl: 'var(--bl-shadow)' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: COMPONENTS,
});
