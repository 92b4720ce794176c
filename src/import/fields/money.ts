/** Extracts sums of money from a text: from its sentences, and from its tables, where a sum and its purpose are in separate cells. */
import { withoutNumber } from './line-numbers.ts';
import { sentences } from './sentences.ts';

/** The maximum of imported sentences: a text with more sums is a list, and the editor picks. */
const MAX_AMOUNTS = 6;
/** The maximum of table rows. */
const MAX_ROWS = 12;

const SUM = /\d[\d,.，]*\s*(?:[百千万亿]?元|%)|[一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+元/u;
/** The heading of a column of sums without 元 in each cell. */
const SUM_HEAD =
  /[（(／/]\s*(万?元(?:\/\p{Script=Han})?)|^(?:金额|钱数|补[助贴]金?额|最高补贴|补助金额|补贴金额|补助标准|补贴标准|发放标准|资助标准|标准)/u;
const BARE_NUMBER = /^\d[\d,.]*$/;

type Table = readonly (readonly string[])[];

/** The first sentences with a sum, without table cells. */
export function amountsIn(lines: readonly string[], tables: readonly Table[]): string[] {
  const cells = new Set(tables.flat(2));
  return sentences(lines.filter((line) => !cells.has(line)))
    .filter(
      (sentence) =>
        SUM.test(sentence) && (!IS_REFUSAL.test(sentence) || clausesWithSum(sentence).some(grants)),
    )
    .filter((sentence) => IS_BENEFIT.test(sentence) || !IS_LIMIT_OR_FEE.test(sentence))
    .filter((sentence) => IS_BENEFIT.test(sentence) || OF_MONEY.test(sentence))
    .map((sentence) => withoutNumber(sentence).replace(LABEL, ''))
    .slice(0, MAX_AMOUNTS);
}

/** 牛每头补助3000元，造成疫情的不予补助: what is refused is not the sum. */
const clausesWithSum = (sentence: string): string[] =>
  sentence.split(/[，；](?!不|均|都|一律)/u).filter((clause) => SUM.test(clause));
const grants = (clause: string): boolean =>
  !IS_REFUSAL.test(clause) && IS_BENEFIT.test(clause) && !/的$/u.test(clause);

/** A sum that one has at most, pays or is fined is none that one gets. */
const IS_LIMIT_OR_FEE =
  /缴费|工本费|报名费|收取|收费|押金|保证金|罚款|自付|自筹|注册资[金本]|收入|财产|存款|起付|办学|(?:处理|卫生|水|电|物业|管理|维护|考试|培训|检测|鉴定|报考|保险)费|免收|营业额|利润/u;
const IS_REFUSAL = /不(?:予|得|能申请|列入|纳入|属于|再?享受|再?补[助贴])/u;
/** A percentage alone may be of anything: 损失率达到20%. */
const OF_MONEY = /元|免/u;
/** 租金 is the price of a flat that the county lets. */
const IS_BENEFIT =
  /租金|标准[：:为]|补[助贴偿]|资助|奖[励金]|救助|发放|报销|减免|给予|津贴|贴息|扶助|工资|救济|慰问|抚恤|养老金|低保金|返还|赔付标准|保额|配套/u;
/** The label before a sentence: 补贴标准：. */
const LABEL = /^[\p{Script=Han}]{0,8}(?:标准|额度|金额|待遇|内容|多少钱?)\s*[：:。]\s*/u;

/** The table rows with a sum, each as purpose and sum: 一口人：200元. */
export function moneyInTables(tables: readonly Table[]): string[] {
  return tables
    .flatMap(([head = [], ...rows]) => rows.flatMap((row) => rowWithMoney(head, row, rows)))
    .slice(0, MAX_ROWS);
}

function rowWithMoney(head: readonly string[], row: readonly string[], rows: Table): string[] {
  const sums = row.flatMap((cell, at) => {
    const heading = head[at] ?? '';
    if (SUM.test(cell)) return [{ at, text: cell, heading }];
    if (!BARE_NUMBER.test(cell) || !SUM_HEAD.test(heading)) return [];
    return [{ at, text: `${cell}${SUM_HEAD.exec(heading)?.[1] ?? '元'}`, heading }];
  });
  if (sums.length === 0) return [];
  const isNumbered = /^序号$/.test(head[0] ?? '');
  const what = row.find(
    (cell, at) => cell !== '' && !sums.some((sum) => sum.at === at) && !(isNumbered && at === 0),
  );
  // 轮式拖拉机 in several rows is told apart by the cell behind it.
  const at = row.indexOf(what ?? '');
  const isRepeated = rows.filter((other) => other[at] === what).length > 1;
  const kind = isRepeated && !sums.some((sum) => sum.at === at + 1) ? (row[at + 1] ?? '') : '';
  const said = sums
    .map(({ text, heading }) => (sums.length > 1 ? `${bareHead(heading)}${text}` : text))
    .join('，');
  return [what === undefined ? said : `${[what, kind].filter(Boolean).join('，')}：${said}`];
}

const bareHead = (heading: string) => heading.replace(/[（(／/].*$/u, '');
