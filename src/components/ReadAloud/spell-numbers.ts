/** Spells out numbers that are said figure by figure: many voices say twelve thousand for 12345, and three point one five for 3·15. */

/** 0357-5122345 → 0 3 5 7，5 1 2 2 3 4 5. */
export function spellFigures(number: string): string {
  return number
    .split(/\D+/)
    .filter(Boolean)
    .map((part) => part.split('').join(' '))
    .join('，');
}

/** Marks inside a telephone number; a bracket around the area code, or spaces between groups. */
const GAP = '[-—–－‑ ]?';
/** Numbers that are telephones wherever they are: with an area code, 400, mobile; then an extension. */
const TELEPHONE = new RegExp(
  `(^|[^\\d.])([（(]?0\\d{2,3}[）)]?${GAP}[2-9]\\d{2,3}${GAP}\\d{3,4}|[48]00${GAP}\\d{3}${GAP}\\d{4}|1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4})(转\\d{1,6})?(?![\\d.-]|[元万亿])`,
  'g',
);
/** Lines of the whole country, 12315, unless they count something. */
const SERVICE =
  /(^|[^\d.,第〔￥¥—–~～-])(12[13]\d\d|9[56]\d[1-9]\d|95\d{3}(?=供电|客服)|100(?:10|86|99))(?![\d.,%％:：/]|[—–~～至到-]\d| ?[元块万亿人个户名次年月日天分折斤亩米口袋多余来几只头棵株字步平公千度瓦吨克升])/g;
/** Dialled numbers, one or several: 打110、119; the last group recognises amounts, 打300元. */
const DIALLED =
  /((?:打|拨|热线|电话|号码)[：: ]?)(\d{3,8}(?:(?:、|和|或)\d{3,8})*)(?![\d.,%％]| ?[元块万亿人个户次年月日天分折斤亩米口袋多余来几])/g;
/** A day named by its figures. */
const NAMED_DAY = /(^|[^\d.·])(\d{1,2}·\d{1,2})(?![\d.·])/g;

/** A sentence with its telephones and named days figure by figure; quantities are unchanged. */
export function spellNumbers(sentence: string): string {
  return sentence
    .replace(TELEPHONE, (_, before: string, number: string, extension = '') => {
      return before + spellFigures(number) + (extension && `转 ${spellFigures(extension)} `);
    })
    .replace(SERVICE, (_, before: string, number: string) => before + spellFigures(number))
    .replace(DIALLED, (_, before: string, numbers: string) => {
      return before + numbers.replace(/\d+/g, (number) => spellFigures(number));
    })
    .replace(
      NAMED_DAY,
      (_, before: string, day: string) => before + day.replace(/\D/g, '').split('').join(' '),
    );
}
