/** Tables and lists with mostly unknown values: each row costs reading time and has no information. */
import type { AnnotatedFile, SourceText } from '../../../documents/source.ts';
import type { Rule } from '../../rule.ts';
import { type Cell, tablesOf } from '../../tables.ts';
import { offsetIn } from '../../texts.ts';

const UNKNOWN =
  /(?:还|尚|暂|目前|现在)(?:且|时)?(?:不|没有?|未)(?:知道?|清楚|明确|确定|定|公布|出台|了解)|^(?:不知道|不清楚|不确定|不详|未知|未定|没定|没有定|无|暂无|空缺|[?？]+|[—–-]+|[/／])$|(?:我们|这里|现在|目前)(?:也|还)?不(?:知道|清楚)|^未|为准$|^(?:需|请)?(?:咨询|电询)|待(?:定|公布|通知|确认|明确|补充?)|另行通知|等(?:通知|文件)|尚(?:未|无)/u;
const MIN_UNKNOWN = 2;
const MIN_SHARE = 0.5;

export const rule: Rule = {
  name: 'plain/mostly-unknown',
  severity: 'warning',
  finds: '表格或列表里，一半以上写的是“还不知道”“待定”。',
  why: '一行一行看下来，什么也没得到，看的人白费工夫。',
  write:
    '知道的写出来；不知道的合成一句话，写明先问谁。例如：几年还、利息多少，我们还没看到文件，先打12345问。',
  bad: [
    '| ▶要问的 | 现在知道的 |\n| --- | --- |\n| 最多多少 | 10万元 |\n| 几年还 | 还不知道，问银行 |\n| 利息 | 还不知道，问银行 |',
    '- ▶几年还：待定\n- 利息：待定\n- 最多10万元',
    { collection: 'policies', fields: 'benefit: [▶每月多少钱还没定, 发几个月待定]' },
  ],
  good: [
    '| 要问的 | 现在知道的 |\n| --- | --- |\n| 最多多少 | 10万元 |\n| 几年还 | 3年 |\n| 利息 | 还不知道，问银行 |',
    '- 最多10万元\n- 带上身份证\n- 利息还不知道，问银行',
    '几年还、利息多少，我们还没看到文件。先打12345问。',
  ],
  checkFile: (source, report) => {
    for (const { texts, at, kind } of groupsOf(source)) {
      const unknown = texts.filter((text) => UNKNOWN.test(text.trim())).length;
      if (unknown < MIN_UNKNOWN || unknown < texts.length * MIN_SHARE) continue;
      report(
        source,
        at,
        `这个${kind}有 ${texts.length} 行，${unknown} 行写的是不知道，看的人白看一遍。请把不知道的合成一句话，写明先问谁。`,
      );
    }
  },
};

interface Group {
  texts: string[];
  /** Its offset in the file. */
  at: number;
  kind: '表格' | '列表';
}

function groupsOf(source: AnnotatedFile): Group[] {
  return [...tableGroups(source), ...listsOf(source.texts)];
}

/** The last cells of a row count: the first is its label. */
function tableGroups(source: AnnotatedFile): Group[] {
  return tablesOf(source).map((rows) => ({
    texts: rows.slice(1).map((row) => row.slice(1).map(textOf).join('')),
    at: rows[0]?.[0]?.source ? offsetIn(rows[0][0].source, 0) : 0,
    kind: '表格' as const,
  }));
}

const textOf = ({ text }: Cell) => text;

/** Sequences of list items in a body, and the lists of a field. */
function listsOf(texts: readonly SourceText[]): Group[] {
  const groups: Group[] = [];
  let before: string | undefined;
  for (const text of texts) {
    const key = listOf(text);
    const last = groups.at(-1);
    if (key !== undefined && key === before && last) last.texts.push(text.text);
    else if (key !== undefined) groups.push({ texts: [text.text], at: offsetIn(text, 0), kind: '列表' });
    before = key;
  }
  return groups;
}

/** The list that a text belongs to; undefined for a single text. */
function listOf({ part, path }: SourceText): string | undefined {
  if (part === 'item') return 'item';
  if (part !== 'field' || typeof path[1] !== 'number' || path[0] === 'basis' || path[0] === 'steps')
    return undefined;
  return String(path[0]);
}
