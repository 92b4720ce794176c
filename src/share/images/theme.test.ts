/** A picture is in the colours of the site, and can be read. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { colours, type Hue, hueOfAction, themeOf } from './theme.ts';

test('the colours are those of the pages', () => {
  const css = readFileSync(new URL('../../styles/site.css', import.meta.url), 'utf8');
  const light = css.slice(0, css.indexOf('@media'));
  for (const [name, value] of Object.entries(colours)) expect(light).toContain(`--${name}: ${value};`);
});

/** Contrast of two colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [low = 1, high = 1] = [light(a), light(b)].sort((x, y) => x - y);
  return high / low;
}

test.each(['brand', 'good', 'careful', 'soft'] as Hue[])('%s: every text is at least 4.5:1', (hue) => {
  const { deep, tint } = themeOf(hue);
  const pairs = [
    [colours.card, deep],
    [colours.paper, deep],
    [deep, colours.paper],
    [deep, tint],
    [colours.ink, colours.paper],
    [colours.ink, tint],
    [colours.soft, colours.paper],
  ] as const;
  for (const [text, ground] of pairs) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
});

test('neighbouring actions differ in colour; an unknown one has the main colour', () => {
  expect([0, 1, 2, 3].map(hueOfAction)).toEqual(['brand', 'good', 'careful', 'brand']);
  expect(hueOfAction(-1)).toBe('brand');
});
