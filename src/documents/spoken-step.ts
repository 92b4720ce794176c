/** Shared by the parts of spoken.ts: a step that converts text, and patterns for numbers. */

/** Converts one kind of notation into words. */
export type Step = (text: string) => string;

/** A step that replaces every match by the result of `speak`: its arguments are the whole match, then the groups. */
export function each(pattern: RegExp, speak: (...parts: string[]) => string): Step {
  return (text) => text.replace(pattern, (...found: unknown[]) => speak(...(found as string[])));
}

export const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
export const YEAR = '(?:19|20)\\d{2}';
export const DASH = '\\s*[-~～—–－−]+\\s*';

/** The pause inside a telephone number, where nobody breathes. Becomes a comma after all cutting. */
export const PHONE_PAUSE = '\uE0F0';

/** Words counted with 两 and not 二: 2个, 2天; but 2月, 2日, 2号, 2级, 2年级, 2组. Longer ones before shorter. */
export const MEASURE = `(?:${[
  '平方公里|平方厘米|平方米|平方|立方厘米|立方米|立方|公里|里|毫米|厘米|分米|米|公顷|亩',
  '公斤|千克|毫克|微克|克|吨|斤|毫升|升|千瓦|兆瓦|瓦|兆|伏|赫兹|分贝|千卡',
  '个|名|位|人|户|家|口|天|年(?!级)|周|岁|次|回|趟|遍|倍|元|块|万|千|亿|小时|分钟|秒|点|件|样|种|条|张|本|份|套|间|栋|座',
  '辆|台|头|只|匹|棵|株|袋|箱|瓶|盒|步|批|层|场|项|道|页|处|所|门|节|对|双|把|根|片|颗|顿|类|成|笔|分(?!机)|度(?=电)|集|代|排|桌|角|毛|轮',
].join('|')})`;
