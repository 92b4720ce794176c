/** No character is ever printed as an empty box: it is from the everyday font, otherwise from the full one, otherwise 〓. */
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { describe, expect, test } from 'vitest';
import { box, type SatoriNode } from './elements.ts';
import { isPrintable, needsFull, satoriFonts, widthEm } from './fonts.ts';
import { toPrintable } from './printable.ts';
import type { ShareImageData } from './share-image-data.ts';

/** The pixels of a character, 64 to a side. */
async function draw(character: string): Promise<string> {
  const style = { width: 64, height: 64, fontSize: 48, fontWeight: 700, fontFamily: 'Everyday, Full' };
  const svg = await satori(box(style, character) as SatoriNode & { key: null }, {
    width: 64,
    height: 64,
    fonts: satoriFonts(true),
  });
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels.toString('base64');
}

const facts = (title: string): ShareImageData => ({
  siteName: '',
  isDemo: false,
  label: '',
  hue: 'brand',
  icon: '',
  title,
  subtitle: '',
  invitation: '',
  sections: [],
  contacts: [],
  url: '',
});

const everyday = '家低保办％%“”‘’《》〔〕（）【】，。、；：！？·—…～〓ABCxyz0123456789+-/@￥';
const rare = '㙍𬇙℃①②→☎●镕喆䶮';

describe('in pixels', () => {
  test.each([...everyday, ...rare])('%s is drawn, and not as an empty box', async (character) => {
    const [rendered, boxed, blank] = await Promise.all([draw(character), draw('\u{10fffd}'), draw(' ')]);
    expect([rendered === boxed, rendered === blank]).toEqual([false, false]);
  });

  test('a character without a font would be an empty box', async () => {
    expect(await draw('\u{10fffd}')).toBe(await draw('\u{10fffc}'));
    expect(await draw('\u{10fffd}')).not.toBe(await draw(' '));
  });
});

describe('by the fonts’ own lists', () => {
  test('everyday characters need one font only', () => {
    expect(needsFull(everyday)).toBe(false);
  });

  test('rare ones need the full font', () => {
    expect([...rare].filter((character) => !isPrintable(character))).toEqual([]);
    expect(needsFull('㙍')).toBe(true);
  });

  test('a Chinese character is 1 em wide, a figure a little more than half of that', () => {
    expect(widthEm('家㙍，“', 700)).toBe(4);
    expect(widthEm('1', 700)).toBeCloseTo(0.59);
  });
});

describe('before it is rendered', () => {
  test('a character without a font becomes 〓 and is reported', () => {
    const { printable, missing } = toPrintable(facts('📞打12345'));
    expect([printable.title, missing]).toEqual(['〓打12345', ['📞']]);
  });

  test('signs that only say how a neighbour looks go without a trace', () => {
    const { printable, missing } = toPrintable(facts('低\u{fe0f}保\u200b\ufeff'));
    expect([printable.title, missing]).toEqual(['低保', []]);
  });

  test('a rare character needs the full font, an everyday one does not', () => {
    expect([toPrintable(facts('㙍村')).needsFull, toPrintable(facts('低保')).needsFull]).toEqual([
      true,
      false,
    ]);
  });
});
