/** A full name with an illness, a disability, a criminal sentence, a debt, a broken marriage or the like. */
import { type AnnotatedFile, keyOf } from '../../../documents/source.ts';
import { homesIn } from '../../homes/index.ts';
import { aliasesIn } from '../../private-facts/aliases.ts';
import { childrenIn } from '../../private-facts/children.ts';
import { helpListsIn } from '../../private-facts/help-lists.ts';
import { personalDataInTable } from '../../private-facts/personal-data.ts';
import { sensitiveFactsIn } from '../../private-facts/sensitive-facts.ts';
import { readPublicText } from '../../public-text.ts';
import type { Rule } from '../../rule.ts';
import { tablesOf } from '../../tables.ts';
import { guessedTexts, offsetIn } from '../../texts.ts';

export const rule: Rule = {
  name: 'privacy/sensitive-fact',
  severity: 'warning',
  guesses: true,
  finds:
    '写了一个人的全名（或者一听就知道是谁），又写他的病、残疾、怀孕、离婚、坐牢、欠债、吃低保、生日、车牌这样的事。',
  why: '这些是人家最不愿意让人知道的事，法律管得最严，写上网就收不回来。',
  write: '不写全名，写“有位村民”“王某”；要写真人，先请本人书面同意。',
  bad: [
    '▶邢志远是二级精神残疾，护理补贴由他妈妈代领。',
    '医保报销举例：脱贫户▶胥文斌，慢性肾衰竭，每周透析三次。',
    '▶阚小娥离婚后带着俩孩子回了娘家。',
    '刑满回来的▶卢三喜，村里给安排了活。',
    '付老汉（▶付有德）聋哑，一个人过。',
    '▶祁连海欠着信用社八万元没还。',
    '▶伍建平月工资4860元，名下存款12万元，不予确认为低保对象。',
    '医生为感染艾滋病的▶仇文亮办理了补助。精神障碍患者补助拟发放：▶俞友生。',
    '像咱村的▶宁改过，尿毒症，一周透析三次。',
    '▶巴桑卓嘎怀孕六个月了。',
    '低保户▶赵春花家房子漏雨。',
    '▶三组开磨坊的寡妇前年查出乙肝。',
    '男主人赌博输光了钱。这家户主叫▶隋宝山。',
    '▶芦长贵一家四口符合廉租房条件。',
    '▶库大妈坐轮椅三年了。',
    '领款人：▶荣桂生，补助八百元。',
    '干部▶柴丰年挪用低保款，撤职。',
    '▶乜凤仙，1980年1月17日生。▶吴小燕，女，生于一九八七年腊月初三。',
    '请▶甘Ｍ３９Ｐ０５的车主潘先生到村委会领行驶证。',
    '▶撖海棠是二级视力残疾。大坪村的“▶王二麻子”靠低保过日子。',
    '车牌陇C7K392，车主是▶甘满屯。',
    '有事加我微信号：▶laocun_zhang1975。',
    '低保户名下有车：▶陇C·7K392。',
    '得过肺结核的▶匡老师回来上课了。',
    '▶闵家老太太痴呆，出门就找不回来。',
    '外号“▶大疤瘌”的那家，儿子因为诈骗进去了。▶村医的小舅子吸毒，刚从戒毒所出来。',
    '村里都叫他“瘸老五”。▶他闺女得了抑郁症。',
    '黑车▶晋L3W59T塞了十一个娃。三轮车▶川F7Q29挂也拉着娃。',
    {
      publicFiles: { 'a.txt': '戴建辉正在社区戒毒。\n' },
      expected: ['public/a.txt:1:1'],
      shown: 'public/a.txt 里写着谁在戒毒',
    },
  ],
  good: [
    '得了尿毒症、癌症这样的大病，可以报销。',
    '村医马国玺每月给高血压病人量血压。',
    '低保的事找民政办的周军。柳政发〔2026〕5号，困难户每月600元。',
    '残疾人康复中心、低保户和五保户。救助对象：因火灾、车祸一下子困难的家庭。',
    '那是骗人的，莫信。二是擅自毁林复耕的；三是病虫害。',
    '志愿者李红梅每周看望瘫痪的老人。',
    '名下有车的，不予确认为低保对象，已经领的退回。沃得锐龙4LZ-6.0能补贴。贺普丁是拉米夫定，治乙肝。',
    '他耳聋，还写下“戎马关山北，凭轩涕泗流”。',
    '救助站值班：周一任丽华，周二常志强，周三上午倪文静。梅花鹿3岁起割茸。',
    '返乡的毕海生靠着创业贷款办起养蜂场，带动三户脱贫户。',
    '王大爷坐轮椅三年了。宣讲团成员滕国荣用方言讲政策。',
    '明万历年间，知县上官廷训捐俸修渠。以下姓名均非真名：李小芳的父亲在服刑。',
    '头孢曲松钠、阿司匹林肠溶片，都是门诊慢特病用药。',
    '王某查出癌症，药费报销了七成。',
    '关注微信公众号：qingshui_2026。',
    '魏志刚（化名）酒驾被判刑，魏志刚的家散了。孔乙己欠了账。',
    '王守义十三香、老干妈，超市里都能买到。社火里唱的是猪八戒背媳妇，年年有。',
    '小名叫“狗剩”的，从前很多，图个好养活。人称“蘑菇王”，带着大家种香菇。',
    '车牌填全，例如“晋L·A1234”。',
    '救护车陇C7K39警在村口等。匡老师讲肺结核怎么防。',
    '村里的寡妇得了乙肝，也可以申请救助。',
    '高水平办好医院，惠民生、防风险。推进张家口至乌兰察布铁路改造工程，加快产业、生态协同发展，治理隐患。',
    '任命齐卫东为副局长。从学徒干起的闫军跑了五年大车。打过乙肝、麻腮风的带好接种证。',
    {
      collection: 'stories',
      fields: 'person: {name: 徐大平, show: full}',
      body: '徐大平有三级肢体残疾，学会了修鞋。',
    },
  ],
  beyond: ({ site }) => site.today.slice(0, 4),
  checkFile: (source, report, year) => {
    const own = personOf(source);
    const texts = guessedTexts(source);
    const isAlias = aliasesIn(texts.map(({ text }) => text));
    for (const text of texts) {
      if (/^(?:reviewer|basis|source|person|consent)(?:\.|$)/.test(keyOf(text.path))) continue;
      for (const { name, index, fact, isUnexplained } of sensitiveFactsIn(text.text)) {
        if (isAlias(name)) continue;
        if (isUnexplained && isReportedElsewhere(text.text, index, Number(year))) continue;
        if (own === undefined || !name.startsWith(own))
          report(source, offsetIn(text, index), wordsFor(name, fact), name);
      }
    }
    for (const table of tablesOf(source)) {
      for (const { text: name, offset, fact } of personalDataInTable(table))
        report(source, offset, wordsFor(name, fact), name);
    }
  },
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      for (const { text, isSource } of readPublicText(file)) {
        const isAlias = aliasesIn([text]);
        for (const { name, index, fact } of sensitiveFactsIn(text)) {
          if (isAlias(name)) continue;
          report(
            isSource ? { ...file, source: text } : file,
            isSource ? index : 0,
            wordsFor(name, fact),
            name,
          );
        }
      }
    }
  },
};

/** Maximum distance of a child, a home or a list in the same sentence. */
const MAX_DISTANCE_CHARACTERS = 60;

/** Whether another rule reports the sentence: an editor confirms a name once. */
function isReportedElsewhere(text: string, index: number, year: number): boolean {
  const from = Math.max(0, index - MAX_DISTANCE_CHARACTERS);
  const near = text.slice(from, index + MAX_DISTANCE_CHARACTERS);
  return childrenIn(near, year).length > 0 || homesIn(near).length > 0 || helpListsIn(near, '').length > 0;
}

/** A longer text is a description of a person. */
const MAX_NAME_LENGTH = 4;

/** The person of a story who consented to the full name. */
function personOf({ document }: AnnotatedFile): string | undefined {
  if (document?.collection !== 'stories') return undefined;
  const { person } = document.data as { person: { name: string; show: string } };
  return person.show === 'full' ? person.name : undefined;
}

function wordsFor(name: string, fact: string): string {
  if (fact === '微信号') return `「${name}」是人家自己的账号，谁都能去加他。请删掉，写办公电话。`;
  if (/[A-Z]/.test(name)) return `「${name}」是人家的车牌，查得到是谁的车。请删掉，写“有一辆车”。`;
  if (name.length > MAX_NAME_LENGTH) {
    return `「${name}」是谁，村里人一听就知道，和“${fact}”写在一起，是人家不愿意让人知道的事。请写“有位村民”。`;
  }
  return `「${name}」的全名和“${fact}”写在一起，是人家不愿意让人知道的事。请不写全名，写“有位村民”或者“${name[0]}某”。`;
}
