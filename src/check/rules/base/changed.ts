/** A base that says something else since the content wrote its own words over it. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

const site = 'name: 示例县明白纸\nurl: https://www.county.example/\nextends: ../province\n';
const contact = (name: string) => `id: tel-1\nname: ${name}\nphone: "12345"\nfor: 不知道找谁，先打这个\n`;
const files = (before: string) => ({
  'site.yml': site,
  '../province/contacts/tel-1.yml': contact('省里现在的名字'),
  'contacts/tel-1.yml': 'inherits: rest\n▶name: 县里的名字\n',
  'bases.yml': `said:\n  - file: contacts/tel-1\n    what: name\n    text: "name: ${before}"\n`,
});

export const rule: Rule = {
  name: 'base/changed',
  severity: 'warning',
  finds: '上级后来改了这里改动过的字段或一段话；或者还没有记下上级原来怎么写。',
  why: '上级改了标准或者电话，这里还是老的，没有人知道。',
  write: '看看要不要跟着改。看过了，运行 npx mingbai bases --seen，记下上级现在的写法。',
  bad: [
    {
      files: files('省里原来的名字'),
      shown: 'name: 县里的名字（上级原来：省里原来的名字，现在：省里现在的名字）',
    },
  ],
  good: [
    {
      files: Object.fromEntries(
        Object.entries(files('省里现在的名字')).map(([path, text]) => [path, text.replace('▶', '')]),
      ),
      shown: 'name: 县里的名字（上级没有改过）',
    },
  ],
};
