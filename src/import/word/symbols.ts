/** Characters of symbol fonts: their codes mean a picture in the font and nothing without it. */

const WINGDINGS: Readonly<Record<number, string>> = {
  40: '☎',
  41: '✆',
  42: '✉',
  70: '☞',
  74: '☺',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  112: '□',
  113: '❑',
  114: '❒',
  117: '◆',
  118: '❖',
  119: '◆',
  159: '•',
  160: '▪',
  161: '○',
  167: '▪',
  168: '☐',
  171: '★',
  216: '➢',
  224: '→',
  223: '←',
  225: '↑',
  226: '↓',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  39: '☎',
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  151: '●',
  152: '●',
  162: '■',
  163: '☐',
  164: '☐',
  166: '◆',
};
const WINGDINGS_3: Readonly<Record<number, string>> = { 112: '▲', 113: '▼', 116: '◀', 117: '▶', 125: '▶' };
const GREEK_AND_SIGNS: Readonly<Record<number, string>> = {
  163: '≤',
  179: '≥',
  185: '≠',
  187: '≈',
  177: '±',
  180: '×',
  184: '÷',
  183: '•',
  176: '°',
  165: '∞',
  214: '√',
  229: '∑',
  174: '→',
  172: '←',
  222: '⇒',
  210: '®',
  211: '©',
  212: '™',
};
const GREEK_CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const GREEK_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
/** Fonts whose characters are pictures. */
const PICTURE_FONTS = /^(?:wingdings|webdings|symbol|zapf ?dingbats|monotype sorts)/i;

/** The character that a code shows in a font; undefined if it is unknown. */
export function symbolOf(code: number, font: string): string | undefined {
  const inFont = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^wingdings 2/i.test(font)) return WINGDINGS_2[inFont];
  if (/^wingdings 3/i.test(font)) return WINGDINGS_3[inFont];
  if (/^wingdings/i.test(font)) return WINGDINGS[inFont];
  if (/^symbol/i.test(font)) return symbolFont(inFont);
  if (PICTURE_FONTS.test(font)) return undefined;
  // In other fonts the code is Unicode; Word adds F000 to those of one byte.
  return inFont < 0x20 || (code >= 0xe000 && code <= 0xf8ff && inFont === code)
    ? undefined
    : String.fromCodePoint(inFont);
}

function symbolFont(code: number): string | undefined {
  if (code >= 0x41 && code <= 0x5a) return GREEK_CAPITALS[code - 0x41];
  if (code >= 0x61 && code <= 0x7a) return GREEK_SMALL[code - 0x61];
  return GREEK_AND_SIGNS[code] ?? (code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : undefined);
}

/** The text of a run in a symbol font, where the private codes F020 to F0FF stand for pictures; unknown ones are left as they are. */
export function textInFont(text: string, font: string): string {
  return text.replace(
    /[\uF020-\uF0FF]/g,
    (character) => symbolOf(character.charCodeAt(0), font) ?? character,
  );
}
