/** A body with every form of Markdown and every component, each as wide, as long and as deep as an editor may write it. */

const ADDRESS = 'https://www.example.gov.cn/zhengce/jiedu/2026/neirong_1234567890abcdef_zuixinbanben.html';
const WORD = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk';
const NUMBER = '12345678901234567890123456789012345678901234567890';
const SENTENCE = '符合条件的人家，可以按月领钱，去村里登记就行，不会写字的请村干部帮忙。';

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map((_, index) => ['---', '--:', ':-:'][index % 3] ?? '---')), ...rows.map(row)].join(
    '\n',
  );

const sevenColumns = table(
  ['序号', '村民委员会', '装机容量', '补贴标准', '比例', '联系电话', '网址'],
  Array.from({ length: 12 }, (_, index) => [
    String(index + 1),
    '永安镇第1村民委员会办公室',
    '10kW以下',
    '每户12.5万元',
    '85%',
    '0357-5122310',
    index % 2 === 0 ? ADDRESS : `/files/${WORD}.pdf`,
  ]),
);
const twelveColumns = table(
  Array.from({ length: 12 }, (_, index) => `${index + 1}月`),
  [Array.from({ length: 12 }, (_, index) => String(1000 * index))],
);
const longCells = table(
  ['什么人', '给多少', '找谁办'],
  [
    [SENTENCE, SENTENCE.repeat(3), '县民政局儿童福利科'],
    ['**孤儿**', '~~500元~~1500元', `[${SENTENCE}](/policies/other/)`],
    [NUMBER, WORD, '`一二三四五六七八九十`'],
  ],
);
const twoColumns = table(
  ['类别', '说明'],
  [
    ['残疾人', SENTENCE.repeat(4)],
    ['老人', `![图标](/icon.svg)`],
  ],
);
const oneColumn = table(['名单'], [['村委会'], [SENTENCE]]);

const nested = `- 第一层
  - 第二层，${SENTENCE}
    - 第三层，${WORD}
      - 第四层，${NUMBER}
        1. 第五层
        2. ${SENTENCE}

           ${SENTENCE}`;
const numbered = Array.from(
  { length: 45 },
  (_, index) => `${index + 1}. 第${index + 1}步，${index % 9 === 0 ? SENTENCE : '去办'}`,
);

/** The body; it refers to the document \`other\` and the record \`tel-1\`. */
export const worstCaseBody: string = [
  `## ${SENTENCE}${WORD}${SENTENCE}`,
  `### ${NUMBER}的标题`,
  `#### ${ADDRESS}`,
  '###### 最小的标题',
  `${SENTENCE}看${ADDRESS}，再看www.example.gov.cn/${WORD}，还有[${WORD}](${ADDRESS})。`,
  `**${SENTENCE}**，*${SENTENCE}*，~~${SENTENCE}~~，\`${WORD}${NUMBER}\`，邮箱${WORD}@example.gov.cn。`,
  `${NUMBER}${WORD}`,
  `一、带身份证\n二、带户口本\n（三）${SENTENCE}\n· ${WORD}`,
  sevenColumns,
  twelveColumns,
  longCells,
  twoColumns,
  oneColumn,
  nested,
  numbered.join('\n'),
  `998. 号码很大的\n999. ${SENTENCE}\n1000. 到一千了`,
  `99998. 号码更大的\n99999. ${SENTENCE}`,
  `- [ ] 没办的\n- [x] 办好的`,
  `> ${SENTENCE}\n>\n> - ${WORD}\n> - ${ADDRESS}\n>\n> > ${SENTENCE}\n>\n${sevenColumns.replace(/^/gm, '> ')}`,
  `\`\`\`\n${WORD}${WORD}${WORD} ${NUMBER}\n${SENTENCE.repeat(3)}\n\`\`\``,
  '---',
  `![${SENTENCE}](/icon.svg)`,
  `行里的图![图](/icon.svg)，再接着写。`,
  `第一行  \n第二行，${WORD}`,
  'بۇ بىر ئۇيغۇرچە ئابزاس، ئۇنىڭدا خەتلەر ئوڭدىن سولغا يېزىلىدۇ.',
  'བོད་ཡིག་གི་ཚིག་གྲུབ་ཅིག་ཡིན། དེ་ནི་ཤིན་ཏུ་རིང་པོ་ཞིག་རེད།',
  `<Note title="${'记'.repeat(24)}">\n\n${SENTENCE}\n\n${sevenColumns}\n\n</Note>`,
  `<Warning title="${'W'.repeat(24)}">\n\n- ${SENTENCE}\n- ${ADDRESS}\n\n</Warning>`,
  `<Example title="${'例'.repeat(24)}">\n\n${nested}\n\n</Example>`,
  `<Question ask="${'问'.repeat(39)}？">\n\n${SENTENCE}\n\n${longCells}\n\n</Question>`,
  '<Call contact="tel-1" />',
  '<PolicyLink policy="other" />',
].join('\n\n');
