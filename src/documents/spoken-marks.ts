/** Marks inside numbers and addresses that would cut or change them: 138****5678, 第(2)款, 1#楼, .5亩, 12/1-12/31. */
import { DASH, each, type Step } from './spoken-step.ts';

const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const SPANNED = new RegExp(
  `(^|[^\\d./])(${MONTH})/(${DAY})(?:${DASH}|至|到)(${MONTH})/(${DAY})(?![\\d./])`,
  'g',
);

/** Before all other steps. */
export const marks: readonly Step[] = [
  // A hidden telephone number: the shown figures only.
  each(/(\d{3,4})\s*[*＊×xX]{3,}\s*(\d{2,4})(?!\d)/g, (_, first = '', last = '') => {
    return `${spaced(first)}开头尾号${spaced(last)}`;
  }),
  each(/第\s*[（(]\s*(\d+|[一二三四五六七八九十]+)\s*[）)]/g, (_, number) => `第${number}`),
  each(/(\d)\s*[#＃](?=[楼栋幢号机井泵库棚线仓门口院坝渠变台炉锅窑])/g, (_, digit) => `${digit}号`),
  each(/(^|[^\d.．A-Za-z])[.．](?=\d)/g, (_, before) => `${before}0.`),
  // Spans of days without a year; 1/3-2/3 is a share.
  each(SPANNED, (whole, before, month = '', day = '', toMonth = '', toDay = '') => {
    const isDay = Number(day) > 12 || Number(toDay) > 12 || Number(month) >= Number(day);
    return isDay
      ? `${before}${Number(month)}月${Number(day)}日到${Number(toMonth)}月${Number(toDay)}日`
      : whole;
  }),
  // 50元/（户·月）: per household and month.
  each(/\s*\/\s*[（(]([户人亩天日月年次个只头台件])[·.]([户人亩天日月年次])[）)]/g, (_, one, two) => {
    return `每${one}每${two}`;
  }),
  each(/([A-Za-z0-9._-]+)@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/g, (_, name = '', host = '') => {
    return `${name}艾特${host.replace(/\./g, '点')}`;
  }),
];

/** The figures one by one, as the telephone they are of. */
function spaced(figures: string): string {
  return figures.replace(/\d/g, (digit) => '零幺二三四五六七八九'.charAt(Number(digit)));
}
