/** Radicals and compatibility forms that look like ordinary characters: PDF files hold them in place of those. */

/** Radicals that Unicode maps to no character. */
const RADICALS =
  '⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻄西⻁虎⺠民⺟母⺒巳⺝月⻌辶⻖阝⻏阝⺾艹⻊足⺴网⺮竹⺶羊⺷羊⺳网⺫目⻑长⻌辶⺌小⺍小⺩王⺪疋⺭示⺬示⺼肉⺹老⺺聿⻂衣⺁厂⺆冂⺇几⺈刀⺉刂⺊卜⺋卩⺅亻⺗心⺘扌⺡氵⺢水⺣灬⺨犭⺕彐⺀丶⺃乙⺄乙⺎兀⺏尣⺐尢⺑尢⺓幺⺔彑⺖忄⺙攵⺚无⺛无⺜日⺞歹⺤爫⺥爫⺦丬⺧牛⻀艹⻃西⻇角⻈讠⻐钅⻟食⻠饣⻡首⻗雨⻞食⻫斉⻭歯⻯竜⻲亀⻱龟⻪黾⻍辶⻎辶⻕阝⻒镸⻌辶⻿⻇';
/**
 * Unicode maps U+2F3E to the traditional 戶, but fonts of simplified Chinese have one glyph for it and 户 (Noto Sans SC in
 * @expo-google-fonts/noto-sans-sc 0.4.3): in a PDF that Chromium 156 printed it stands for the 户 of 低保户 and 户口.
 */
const SIMPLIFIED_DOOR = '⼾户';
const radicals = new Map(
  Array.from(
    (RADICALS + SIMPLIFIED_DOOR).matchAll(/([\u2e80-\u2fd5])([^\u2e80-\u2fd5])/gu),
    ([, radical = '', character = '']) => [radical, character],
  ),
);
// Radicals, compatibility ideographs, forms for vertical lines, small forms, half-width marks, strokes and ligatures of letters.
export const COMPATIBILITY_CHARACTERS =
  /(?:[\u2e80-\u2fd5\uf900-\ufad9\ufe10-\ufe19\ufe30-\ufe6b\u31c0-\u31e3\ufb00-\ufb06]|[\u{2f800}-\u{2fa1d}])+/gu;

/** The ordinary characters for what `COMPATIBILITY_CHARACTERS` finds; a dozen in the block are ordinary themselves and stay. */
export function fromCompatibility(found: string): string {
  return [...found].map((one) => radicals.get(one) ?? one.normalize('NFKC')).join('');
}
