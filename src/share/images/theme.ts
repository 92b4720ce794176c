/**
 * The colours of the share images: those of the site. The national guideline allows one main colour and three in all; the actions of a
 * county rotate through them, and icons distinguish those with the same colour.
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

/** Main colour of an image; grey if its document has ended. */
export type Hue = 'brand' | 'good' | 'careful' | 'soft';

export interface Theme {
  /** Background of the header; headings. */
  deep: string;
  /** Slightly lighter, for ornaments on `deep`. */
  mid: string;
  /** Background of emphasised boxes. */
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
