/** Spells out numbers that are said figure by figure: many voices say twelve thousand for 12345, and three point one five for 3·15. */

/** 0357-5122345 → 0 3 5 7，5 1 2 2 3 4 5. */
export function spellFigures(number: string): string {
  return number
    .split(/\D+/)
    .filter(Boolean)
    .map((part) => part.split('').join(' '))
    .join('，');
}

const LANDLINE = /(^|[^\d.])((?:0\d{2,3}-?[2-9]\d{6,7}|400-?\d{3}-?\d{4})(?:转\d{1,6})?)(?![\d.-])/g;
/** Dialled numbers, one or several: 打110、119; the last group recognises amounts, 打300元. */
const DIALLED =
  /((?:打|拨|热线|电话|号码)[：: ]?)(\d{3,8}(?:(?:、|和|或)\d{3,8})*)(?![\d.,%％]| ?[元块万亿人个户次年月日天分折斤亩米口袋多余来几])/g;
/** A day named by its figures. */
const NAMED_DAY = /(^|[^\d.·])(\d{1,2}·\d{1,2})(?![\d.·])/g;

/** A sentence with its telephones and named days figure by figure; quantities are unchanged. */
export function spellNumbers(sentence: string): string {
  return sentence
    .replace(LANDLINE, (_, before: string, number: string) => {
      const [main = '', extension] = number.split('转');
      return before + spellFigures(main) + (extension === undefined ? '' : `转 ${spellFigures(extension)} `);
    })
    .replace(DIALLED, (_, before: string, numbers: string) => {
      return before + numbers.replace(/\d+/g, (number) => spellFigures(number));
    })
    .replace(
      NAMED_DAY,
      (_, before: string, day: string) => before + day.replace(/\D/g, '').split('').join(' '),
    );
}
