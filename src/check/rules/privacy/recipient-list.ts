/** Lists of people who receive help. By 乡村振兴领域基层政务公开标准目录 they hang on the village's own board only. */

import type { SourceFile } from '../../../documents/source.ts';
import { isPersonName, PERSON } from '../../person-names.ts';
import type { Rule } from '../../rule.ts';
import { offsetIn } from '../../texts.ts';

const HELP = /低保|救助|补助|补贴|帮扶|特困|五保|享受|受助|领取|脱贫|监测对象|困难|慰问|资助|残疾|贫困/;
const HEAD = /^(?:户主)?姓\s*名$|^户主$|^(?:受助|享受|领取|救助|帮扶)(?:人|对象)(?:姓名)?$/;
const IN_LINE = new RegExp(
  `(?<=[：:、，（(\\s]|^)${PERSON}(?:、${PERSON}){2,}(?=[。，；、）)等\\s]|$)`,
  'gu',
);

export const rule: Rule = {
  name: 'privacy/recipient-list',
  severity: 'warning',
  guesses: true,
  finds: '领救助、补贴的人的名单。',
  why: '谁家困难是人家的隐私；国家规定名单只贴在村里的公示栏，不上网。',
  write: '删掉名单，写“名单贴在村里的公示栏”。',
  bad: [
    '享受低保的有：▶王建国、李秀英、张志强。',
    {
      body: '## 今年的低保户\n\n| ▶姓名 | 金额 |\n| --- | --- |\n| 王建国 | 300 |\n| 李秀英 | 260 |',
      shown: '| 姓名 | 金额 | ⏎ | 王建国 | 300 |',
    },
    { body: '领到补贴的人：\n\n- ▶王建国\n- 李秀英\n- 张志强', shown: '- 王建国 ⏎ - 李秀英' },
  ],
  good: [
    '名单贴在村里的公示栏。',
    '低保、救助、补贴，都在乡镇政府申请。',
    '作者：王建国、李秀英、张志强。',
    {
      body: '领补贴要带上：\n\n- 毕业证\n- 房产证\n- 保险单\n- 银行卡\n- 申请书',
      shown: '- 毕业证 ⏎ - 房产证 ⏎ - 保险单',
    },
  ],
  checkFile: (source, report) => {
    const list = listIn(source);
    if (list === undefined) return;
    const words = '这里像是一份领救助的人的名单。谁家困难是人家的隐私，国家规定只能贴在村里的公示栏。';
    const message = `${words}「${list.text}」这些名字请删掉，写“名单贴在村里的公示栏”。`;
    report(source, list.offset, message, list.text);
  },
};

/** The first list of names in a file that speaks of help, with some of its words; undefined where there is none. */
function listIn({ texts }: SourceFile): { offset: number; text: string } | undefined {
  for (const [index, text] of texts.entries()) {
    const around = texts.slice(Math.max(0, index - 3), index + 2).some((near) => HELP.test(near.text));
    const next = texts.slice(index, index + 60);
    if (text.part === 'cell' && HEAD.test(text.text.trim())) {
      const names = next.filter((cell) => cell.part === 'cell' && isPersonName(cell.text));
      const speaks = texts.some((near) => HELP.test(near.text));
      if (names.length >= 2 && speaks)
        return { offset: offsetIn(text, 0), text: names[0]?.text.trim() ?? '' };
    }
    if (text.part === 'item' && around && next.slice(0, 3).filter(startsWithName).length === 3) {
      return { offset: offsetIn(text, 0), text: text.text.split(/[，,：:（(\s\d]/)[0] ?? '' };
    }
    const match = HELP.test(text.text) ? [...text.text.matchAll(IN_LINE)][0] : undefined;
    if (match) return { offset: offsetIn(text, match.index), text: match[0] };
  }
  return undefined;
}

function startsWithName({ part, text }: SourceFile['texts'][number]): boolean {
  return part === 'item' && isPersonName(text.split(/[，,：:（(\s\d]/)[0] ?? '');
}
