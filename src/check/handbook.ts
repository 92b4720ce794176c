/** Generates the handbook's list of rules from the rule objects: a table per family, a row per rule. */
import { fill, table } from '../markup/index.ts';
import { isGuessRule } from './confirmations.ts';
import { shownExample } from './example-folder.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** Names of the families of rules, in the order of the handbook. */
const families: Readonly<Record<string, string>> = {
  privacy: '别人的隐私',
  text: '乱码和标点',
  plain: '说大白话',
  link: '链接和网址',
  image: '图片',
  freshness: '新不新',
  schema: '字段',
  mdx: '正文的写法',
  yaml: '字段的写法',
  file: '文件',
  base: '上级的内容',
  public: 'public 文件夹',
};

/** The handbook with its list of rules generated again; throws for a family without a name. */
export function fillRules(handbook: string): string {
  const names = [...new Set(rules.map(({ name }) => name.split('/')[0] ?? ''))];
  const nameless = names.find((name) => !Object.hasOwn(families, name));
  if (nameless !== undefined)
    throw new Error(`The family of rules "${nameless}" has no name for the handbook.`);
  const tables = Object.entries(families).map(([family, label]) => {
    const own = rules.filter(({ name }) => name.startsWith(`${family}/`));
    return own.length === 0 ? [] : [`### ${label}（${family}）`, table(HEAD, own.map(rowOf))];
  });
  return fill(handbook, 'rules', tables.flat().join('\n\n'));
}

const HEAD = ['规则', '查什么', '为什么要紧', '怎么写', '不好的例子', '好的例子'];

function rowOf({ name, severity, stopsBuild, finds, why, write, bad, good, ...checks }: Rule): string[] {
  // Errors found when the files are read stop a build as well.
  const isFoundByReading = checks.check === undefined && checks.checkFile === undefined;
  const isRefused = stopsBuild || (isFoundByReading && severity === 'error');
  const isGuess = severity === 'warning' && isGuessRule(name);
  const gentle = isGuess ? '提醒，要人看过' : '提醒';
  const weight = isRefused ? '错误，不发布' : severity === 'error' ? '错误' : gentle;
  const [worst, best] = [bad[0], good[0]].map((example) =>
    example === undefined ? '' : inCode(shownExample(example)),
  );
  return [`\`${name}\`（${weight}）`, finds, why, write, worst ?? '', best ?? ''].map(escaped);
}

/** Several lines in one cell; backticks inside need longer delimiters. */
function inCode(example: string): string {
  const line = example.trim().replace(/\s*\n\s*/g, ' ⏎ ');
  const ticks = line.includes('`') ? '``' : '`';
  return line === '' ? '' : `${ticks}${line}${ticks}`;
}

/** Escapes tags in a description, which are text; code is unchanged. */
function escaped(cell: string): string {
  return cell.startsWith('`')
    ? cell
    : cell
        .replaceAll('&', '&amp;')
        .replace(/<(?=[a-z/])/gi, '\\<')
        .replace(/~/g, '\\~');
}
