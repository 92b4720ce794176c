/** A space and # in a field begin a comment: the text after them is on no page. */
import { stringify } from 'yaml';
import { HAN } from '../../characters.ts';
import type { Rule } from '../../rule.ts';
import { offsetIn } from '../../texts.ts';

export const rule: Rule = {
  name: 'yaml/cut-value',
  severity: 'warning',
  finds: '字段里空格后面的 #：title: 第一名 #1 缴费。',
  why: '# 后面当成备注，页面上没有了，读的人只看到半句。',
  write: '整句用英文引号括起来；真是备注，另起一行写在上面。',
  bad: [
    { fields: 'title: 第一名▶ #1 缴费', shown: 'title: 第一名 #1 缴费' },
    { fields: 'title: "第一名"▶ #1 缴费' },
    { collection: 'policies', fields: 'documents:\n  - 户口本▶ #原件' },
  ],
  good: [
    { fields: 'title: "第一名 #1 缴费"' },
    { fields: 'title: 第一名#1缴费' },
    { fields: '# 这里是备注\ntitle: 第一名' },
    { collection: 'policies', fields: 'action: jing-lao # 孝亲敬老' },
  ],
  checkFile: (source, report) => {
    for (const text of source.texts) {
      // After an id, a number or a date it is an intended comment.
      if (text.part !== 'field' || !new RegExp(HAN, 'u').test(text.text)) continue;
      const end = offsetIn(text, text.text.length - 1) + 1;
      const lineEnd = source.source.indexOf('\n', end);
      const rest = source.source.slice(end, lineEnd < 0 ? undefined : lineEnd);
      const [whole, quote = '', comment = ''] = /^(["']?)([ \t]+#.*)$/.exec(rest) ?? [];
      if (whole === undefined) continue;
      const name = text.path.at(-1);
      const right = stringify(text.text + comment.trimEnd(), {
        defaultStringType: 'QUOTE_DOUBLE',
        lineWidth: 0,
      }).trim();
      report(
        source,
        end + quote.length,
        `空格后面的「#」当成了备注，页面上只有「${text.text}」。` +
          `请用英文引号括起来，写成 ${typeof name === 'string' ? `${name}: ` : '- '}${right}；真是备注，另起一行写。`,
      );
    }
  },
};
