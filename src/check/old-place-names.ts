/**
 * Names of counties that the State Council replaced between 1955 and 1964 because of their rare characters (文字改革委员会《汉字简化方案》,
 * 商务印书馆《中华人民共和国地名词典》), in simplified and in traditional form: in old papers and on steles they are right.
 */
const OLD_NAMES =
  /盩厔|郿县|醴泉|郃阳|鄠县|雒南|商雒|邠县|邠州|鄜县|鄜州|葭县|葭州|沔县|沔阳|栒邑|洵阳|汧阳|汧县|亹源|婼羌|瑷珲|璦琿|铁骊|鐵驪|雩都|大庾|虔南|新淦|寻邬|尋鄔|鬱林|酆都|石砫|越嶲|越巂|呷洛|婺川|鳛水|鰼水|鳛部|哈剌沁|喀喇沁|和阗|和闐|于阗|于闐|闐池|濬县|濬縣|㵲水|滍阳|涢水|雩县/gu;

/** Whether the character at `index` is part of such a name. */
export function isInOldPlaceName(text: string, index: number): boolean {
  const from = Math.max(0, index - 2);
  return Array.from(text.slice(from, index + 3).matchAll(OLD_NAMES)).some(
    ({ 0: name, index: at }) => from + at <= index && index < from + at + name.length,
  );
}

/** The text with these names replaced by dots of the same length. */
export const withoutOldPlaceNames = (text: string): string =>
  text.replace(OLD_NAMES, (name) => '·'.repeat(name.length));
