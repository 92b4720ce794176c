/**
 * The colours of the pictures: those of the site, and no others. By the national guideline a site has one main colour and
 * three in all; the county's actions take them in turn, and the icon tells apart two that share one.
 */

/** Light colours of src/styles/site.css; a test compares them. */
export const colours = {
  paper: '#fbf7f0',
  card: '#fffdf9',
  ink: '#241f1b',
  soft: '#5d544b',
  line: '#d9cfc0',
  brand: '#9e2b1c',
  good: '#1f5b48',
  careful: '#7a4a00',
  'tint-brand': '#f8e8e2',
  'tint-good': '#e4f0ea',
  'tint-careful': '#fbefd5',
} as const;

/** The colour that a picture is kept in; what is over is grey. */
export type Hue = 'brand' | 'good' | 'careful' | 'soft';

export interface Theme {
  /** The ground of the head, and headings. */
  deep: string;
  /** A little lighter than the ground, for ornaments on it. */
  mid: string;
  /** The ground of what stands out on paper. */
  tint: string;
}

const themes: Record<Hue, Theme> = {
  brand: { deep: colours.brand, mid: '#b04a3b', tint: colours['tint-brand'] },
  good: { deep: colours.good, mid: '#3b7361', tint: colours['tint-good'] },
  careful: { deep: '#96560a', mid: '#ac7534', tint: colours['tint-careful'] },
  soft: { deep: colours.soft, mid: '#756b61', tint: colours.line },
};

export function themeOf(hue: Hue): Theme {
  return themes[hue];
}

/** The colour of the county's n-th action, from 0. */
export function hueOfAction(index: number): Hue {
  const hues = ['brand', 'good', 'careful'] as const;
  return hues[Math.max(0, index) % hues.length] ?? 'brand';
}
