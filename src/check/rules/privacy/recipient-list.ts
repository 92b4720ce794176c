/** Lists of people who receive help. By 乡村振兴领域基层政务公开标准目录 they are published on the village's own board only. */
import { type AnnotatedFile, keyOf, type SourceText } from '../../../documents/source.ts';
import { HELP, leadingName, mayLead, namesInTable, registeredIn, STAFF } from '../../name-lists.ts';
import { NO_PERSONS } from '../../person-names/rare-names.ts';
import { helpListsIn } from '../../private-facts/help-lists.ts';
import { readPublicText } from '../../public-text.ts';
import type { Rule } from '../../rule.ts';
import { parseDelimited, tablesOf } from '../../tables.ts';
import { guessedTexts, offsetIn } from '../../texts.ts';

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
    '补助发给了▶郭玉梅，周军，何文斌。',
    '▶张磊、徐红霞两户领到了低保。',
    '低保对象：▶王 强、李 娜、刘 伟。',
    '▶梁保平300元、谢红霞260元、冯建国200元，都是低保钱。',
    {
      body: '| ▶领款人 | 元 |\n| --- | --- |\n| 买买提·阿不都 | 300 |\n| 扎西卓玛 | 260 |',
      shown: '| 领款人 | 元 | ⏎ | 买买提·阿不都 | 300 |',
    },
    {
      body: '| ▶姓 | 名 | 备注 |\n| --- | --- | --- |\n| 吉克 | 阿呷 | 乙肝 |\n| 曲比 | 伍果 | 肺结核 |',
      shown: '| 姓 | 名 | 备注 | ⏎ | 吉克 | 阿呷 | 乙肝 |',
    },
    { body: '慰问了：\n\n- 前岭村 ▶马磊 220元\n- 刘双喜家，米一袋', shown: '- 前岭村 马磊 220元' },
    '没通过的：▶殷小兵（有车）、俞金凤（有两套房）。',
    '大病救助：肝癌患者▶仲伟、尿毒症患者匡丽华。',
    '护理补贴发给▶宁桂枝和同村的焦二白。',
    '请▶武来喜、韩变英、耿有才周五来领款。①▶孔庆福 ②毛大妹 ③邱玉兰每人领棉被一床。',
    '申请低保的▶麻占彪，妻子冶秀英，母亲马阿舍。',
    '危房补助：▶岩温罕、玉香罕、岩罕叫。养老金：▶阿支木呷、吉克阿洛、沙马石者。',
    { body: '## 低保公示\n\n▶吴翠花\n\n侯有财\n\n温银锁', shown: '## 低保公示 ⏎ 吴翠花 ⏎ 侯有财 ⏎ 温银锁' },
    {
      files: {
        'contacts/wang.yml':
          'id: wang\nname: 代办点\nphone: "12345"\nfor: 帮▶刘福旺、张黑小、李银锁三家领钱\n',
      },
      shown: 'for: 帮刘福旺、张黑小、李银锁三家领钱',
    },
    {
      publicFiles: { 'a.md': '- 王秀珍，80元\n- 石保根，80元\n' },
      expected: ['public/a.md:1:3'],
      shown: '- 王秀珍，80元 ⏎ - 石保根，80元',
    },
    { collection: 'policies', fields: 'benefit: [▶王建国 300元, 李秀英 260元]' },
    {
      publicFiles: { 'di-bao.csv': '户主,村\n王建国,前岭村\n李秀英,北庄村\n' },
      expected: ['public/di-bao.csv:1:1'],
      shown: 'public/di-bao.csv 里有名单',
    },
  ],
  good: [
    '名单贴在村里的公示栏。',
    '低保、救助、补贴，都在乡镇政府申请。',
    '布洛芬缓释胶囊、盐酸二甲双胍片、头孢曲松钠纳入门诊慢特病用药，可以报销，有补助。',
    '作者：王建国、李秀英、张志强。',
    {
      body: '领补贴要带上：\n\n- 毕业证\n- 房产证\n- 保险单\n- 银行卡\n- 申请书',
      shown: '- 毕业证 ⏎ - 房产证 ⏎ - 保险单',
    },
    '补贴的作物有：黄豆、高粱、马铃薯。药材补助：黄芪、党参、柴胡。',
    {
      body: '领补贴问支书：\n\n| 村 | 支书 | 电话 |\n| --- | --- | --- |\n| 前岭村 | 侯建设 | 12345 |\n| 北庄村 | 解玉明 | 12345 |',
      shown: '| 村 | 支书 | 电话 |',
    },
    {
      body: '表这样填：\n\n| 姓名 | 和户主的关系 | 每月收入 |\n| --- | --- | --- |\n| 张三 | 本人 | 900元 |\n| 李四 | 妻子 | 0元 |',
      shown: '| 姓名 | 和户主的关系 | 每月收入 | ⏎ | 张三 | 本人 | 900元 |',
    },
    {
      body: '急诊补贴按班发：\n\n| 日期 | 白班 | 夜班 |\n| --- | --- | --- |\n| 周一 | 蒋文斌 | 唐莉 |\n| 周二 | 万霞 | 蒋文斌 |',
      shown: '| 日期 | 白班 | 夜班 |',
    },
    '低保的事找他们。值班：王建国、李秀英、张志强。',
    {
      body: '管低保的人：\n\n| 姓名 | 职务 | 管什么 |\n| --- | --- | --- |\n| 王建国 | 主任 | 低保 |\n| 李秀英 | 会计 | 补贴 |',
      shown: '| 姓名 | 职务 | 管什么 |',
    },
  ],
  checkFile: (source, report) => {
    for (const { first, offset } of findLists(source)) report(source, offset, wordsFor(first), first);
  },
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      for (const { text, isSource } of readPublicText(file)) {
        const speaks = HELP.test(text) || HELP_IN_NAME.test(file.address) || AMOUNT_ROWS.test(text);
        const table = namesInTable(parseDelimited(text), speaks);
        const [list] = table === undefined && speaks ? helpListsIn(text, file.address) : [];
        const [first, offset] = [
          table?.names[0]?.text ?? list?.first,
          table?.head.offset ?? list?.index ?? 0,
        ];
        if (first === undefined) continue;
        report(isSource ? { ...file, source: text } : file, isSource ? offset : 0, wordsFor(first), first);
      }
    }
  },
};

const HELP_IN_NAME =
  /di-?bao|jiu-?zhu|bu-?(?:zhu|tie)|ming-?(?:dan|ce)|te-?kun|wu-?bao|wei-?wen|低保|救助|补|名[单册]|特困/i;

function wordsFor(first: string): string {
  const words = `「${first}」这几个人像是一份领救助的名单。谁家困难是人家的隐私，国家规定只能贴在村里的公示栏。`;
  return `${words}请删掉，写“名单贴在村里的公示栏”。`;
}

/** A list: its first name with the position in the file. */
interface ListInFile {
  first: string;
  offset: number;
}

function findLists(source: AnnotatedFile): ListInFile[] {
  const texts = guessedTexts(source).filter((text) => !isSigned(text));
  const lists = [...inTables(source), ...inSentences(texts), ...inRows(texts)];
  const reported = new Set<number>();
  return lists.filter(({ offset }) => !reported.has(offset) && reported.add(offset));
}

/** Whether the field names the person who wrote or checked something. */
function isSigned({ path }: SourceText): boolean {
  return /^(?:reviewer|basis|source|person|consent)(?:\.|$)/.test(keyOf(path));
}

function inTables(source: AnnotatedFile): ListInFile[] {
  const tables = tablesOf(source);
  if (tables.length === 0) return [];
  const speaks = source.texts.some(({ text }) => HELP.test(text));
  return tables.flatMap((table) => {
    const registered = registeredIn(table);
    if (registered) return [{ first: registered.text, offset: registered.offset }];
    const found = namesInTable(table, speaks);
    const isSampleTable = found?.names.every(({ text }) => NO_PERSONS.has(text.trim())) ?? false;
    return found && !isSampleTable ? [{ first: found.names[0]?.text ?? '', offset: found.head.offset }] : [];
  });
}

/** Two lines of a file, each with a name and an amount. */
const AMOUNT_ROWS =
  /^(?:[-*•]|\d{1,3}[.、])?[ \t]*\p{Script=Han}{2,4}[ \t，,：:]{1,2}(?:\d[\d,.]{0,8}|[一二两三四五六七八九十百千半]{1,4})[元块袋斤桶床套亩吨只头][^\n]{0,40}\n(?:[-*•]|\d{1,3}[.、])?[ \t]*\p{Script=Han}{2,4}[ \t，,：:]{1,2}(?:\d[\d,.]{0,8}|[一二两三四五六七八九十百千半]{1,4})[元块袋斤桶床套亩吨只头]/mu;
/** Number of texts before a list that may be about it. */
const TEXTS_BEFORE = 2;

function inSentences(texts: readonly SourceText[]): ListInFile[] {
  let heading = '';
  return texts.flatMap((text, index) => {
    if (text.part === 'heading') heading = text.text;
    if (text.part === 'cell') return [];
    const before = texts.slice(Math.max(0, index - TEXTS_BEFORE), index).map((near) => near.text);
    const after = texts.slice(index + 1, index + 1 + TEXTS_BEFORE).map((near) => near.text);
    const lists = helpListsIn(text.text, [heading, ...before, ...after].join('\n'));
    return lists.map(({ first, index: at }) => ({ first, offset: offsetIn(text, at) }));
  });
}

const MIN_ROWS = 3;
const MIN_ROWS_WITH_CUE = 2;

/** Names at the beginning of successive items, list fields or paragraphs. */
function inRows(texts: readonly SourceText[]): ListInFile[] {
  const found: ListInFile[] = [];
  let rows: { text: SourceText; lead: NonNullable<ReturnType<typeof leadingName>> }[] = [];
  let [label, heading, before] = ['', '', ''];
  const close = () => {
    const [first] = rows;
    const cues = rows.filter(({ lead }) => lead.hasCue).length;
    const speaks = [label, heading, ...rows.map(({ text }) => text.text)].some((near) => HELP.test(near));
    const isParagraph = first?.text.part === 'paragraph';
    const enough =
      cues >= MIN_ROWS_WITH_CUE ||
      (rows.length >= MIN_ROWS &&
        speaks &&
        (!isParagraph || cues > 0 || label === heading || /[：:]$/.test(label.trim())));
    const isStaff = STAFF.test(label) && !/发|领|享受/.test(label);
    if (first && enough && (speaks || cues === rows.length) && !isStaff) {
      found.push({ first: first.lead.name, offset: offsetIn(first.text, first.lead.index) });
    }
    rows = [];
  };
  const may = texts.map(({ part, text }) => part !== 'cell' && part !== 'heading' && mayLead(text));
  for (const [index, text] of texts.entries()) {
    const isAmong = may[index] && (may[index - 1] || may[index + 1]);
    const lead = isAmong ? leadingName(text.text) : undefined;
    const last = rows.at(-1)?.text;
    if (lead === undefined || (last && (last.part !== text.part || listOf(last) !== listOf(text)))) close();
    if (lead !== undefined) {
      if (rows.length === 0) label = before;
      rows.push({ text, lead });
    }
    if (text.part === 'heading') heading = text.text;
    before = text.text;
  }
  close();
  return found;
}

/** The list that a text is an item of. */
function listOf({ path }: SourceText): string {
  return keyOf(path.slice(0, -1));
}
