/** The guesses about plain words find the faults of an editor's list in texts by many authors, and almost nothing in good texts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { createSite } from '../documents/site.ts';
import { checkContent } from './check-content.ts';
import { isCircular } from './circular-definitions.ts';
import { EXAMPLE_DAY, writeExample } from './example-folder.ts';
import { findReported } from './official-words.ts';
import type { Example } from './rule.ts';
import { rules } from './rules/index.ts';
import { sentencesIn } from './sentences.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbai-plain-'));
afterAll(() => rmSync(root, { recursive: true }));

const GUESSES = [
  'plain/circular-definition',
  'plain/answer-above',
  'plain/official-word',
  'plain/mostly-unknown',
];
const only = rules.filter(({ name }) => GUESSES.includes(name));

function found(example: Example): string[] {
  const folder = mkdtempSync(join(root, 'example-'));
  writeExample(example, folder);
  const corpus = readCorpus(join(folder, 'content'), 'content', { keepSources: true });
  const site = createSite(corpus.documents, corpus, EXAMPLE_DAY);
  const { sources } = corpus;
  const content = { sources, allSources: sources, site, publicFiles: [], contentName: 'content' };
  return checkContent(content, only)
    .filter(({ file }) => file.endsWith('li-zi.mdx'))
    .map(({ rule, message }) => `${rule} ${message.slice(0, 40)}`);
}

/** Well-written sentences, with words that only look like faults. */
const GOOD = `
想修房子，先去村委会说一声。房梁裂了的、下雨天漏水的，先修。村里会带人来看，看完当场告诉您修不修。
三口人以下，最多补两万元。钱不经别人的手，直接打到您的卡上。房子修好了，拍张照片交给村里。
种一亩玉米，今年补67元。您家种了几亩，村里量过，名单贴在公示栏，您去看看对不对。量错了，三天里跟会计说。
县医院的大夫腊月十二来村里，给老人量血压、看牙，不要钱。早上不要吃饭，有病历的带上病历。
娃娃打疫苗，带上小绿本。发烧的先别打，等好了再来。打完坐半个小时再走。
天热了，别在中午下地。头晕、恶心，马上到阴凉地方坐下，喝点凉盐水。叫不醒人，打120。
牛不吃草、流口水，别自己杀，别卖。先把它和别的牛分开，再打电话给镇上的兽医。
交医保的钱，一个人一年400元，孩子老人都一样。用手机交，不会的请村干部帮忙。交完看一眼有没有短信。
当地人都知道那条老路，下雨天别走。打当地的派出所，也能查到。两家同上一条水渠，放水要商量着来。
把姓名和身份证核对一遍再签字。信里说的不符合事实，别信。法律规定，谁也不能扣您的身份证。
工伤认定书要留好，以后有用。老师说：“符合条件的同学都能报名。”县里贴出来的《认定办法》，村里也有一份。
地里的事问老张，上面的路问老李。这是我家的房子，那是他家的地。孩子就是孩子，别和大人比。
合作社收花椒，一斤22元，现钱。要晒干的，不要发霉的。自己送到村口，每天早上八点到十点。
家里有80岁以上的老人，每月多领50元。拿着身份证去村里登记，下个月就有。老人走了，要在一个月里告诉村里。
学厨师，学15天，不收钱，中午管一顿饭。学完考试，考过了发本子，县里的饭店来挑人。
规定几点到就几点到，来晚了要等下一趟。国家规定的假，厂里要照放。那边的标准间一晚80元，两个人住。
机器收麦子，一亩60元，油钱不另算。地头太湿的，等两天再收。收完当面过秤，记在本子上。
老两口住一间房，冬天烧炉子，窗户要留一条缝。睡觉以前看看烟筒通不通。头疼、想吐，马上开门出去。
贷了款的，每月20日以前把钱存进卡里。晚一天，就要多付利息。还不上，先给银行打电话说一声。
孩子六岁了，该上一年级。带上户口本和出生证，去镇上的小学报名。报名从7月1日开始，报到7月5日。
离家三个月以上的，走以前跟村里说一声。回来了，把身份证给村会计看一看，重新登记。
想开小饭馆，先办一张健康证。去县医院抽血、拍片，空着肚子去。三天以后拿本子。
猪生病死了，别扔到沟里。打镇上兽医站的电话，有人来拉，不要钱，还能领一点补的钱。
下大雨，河水涨了，听见锣声就往坡上跑。不要回去拿东西。腿脚不好的，邻居先背走。
存折丢了，马上打银行的电话，说要挂失。第二天带上身份证，去柜台补一本，收10元。
村口的井水不能喝了，里面有铁锈。打水到小学的水房，早晚各开两个小时。
眼睛看不清，先去镇卫生院查。要做手术的，车费和药费村里先垫上，做完再算。
收到短信说中奖了，别点。真要中了奖，也不会叫您先交税。拿不准，把手机给村干部看看。
路灯不亮了，记下灯杆上的号，打给村里的电工。水管冻住了，用热毛巾捂，别用火烤。
`;

describe('texts that are well written', () => {
  test('have at most one warning in fifty sentences', () => {
    const sentences = sentencesIn(GOOD).length;
    expect(sentences).toBeGreaterThan(75);
    expect(found(GOOD.trim().replaceAll('\n', '\n\n')).length).toBeLessThanOrEqual(sentences / 50);
  });

  test.each([
    'eligibility: [满60岁, 家里没有人养, 自己没有地]',
    'eligibility: [孩子在县里上幼儿园, 爸妈有一个在外面打工]',
    'eligibility: [2024年以前盖的土房, 房主户口在本村]',
    'eligibility: [低于低保标准的1.5倍（每人每月900元）]',
    'documents: [身份证, 户口本, 没有就不带]',
    'benefit: [每月50元, 过年多发一袋面]',
  ])('fields have none: %s', (fields) => {
    expect(found({ collection: 'policies', fields })).toEqual([]);
  });
});

/** Faults of the four kinds, in forms that differ from those of the examples. */
const BAD: [string, Example, string][] = [
  [
    'who can have it by its conditions',
    { collection: 'policies', fields: 'eligibility: [符合临时救助条件的家庭]' },
    GUESSES[0] ?? '',
  ],
  [
    'a line named after the help',
    { collection: 'policies', fields: 'title: 高龄津贴怎么领\nsummary: 属于高龄津贴对象的，可以领。' },
    GUESSES[0] ?? '',
  ],
  ['a word by its own characters', '残疾人补贴是指给残疾人的补贴。', GUESSES[0] ?? ''],
  [
    'an answer by the question',
    '<Question ask="什么是边缘户？">\n\n边缘户就是处在边缘的户。\n\n</Question>',
    GUESSES[0] ?? '',
  ],
  [
    'an answer by the conditions',
    '<Question ask="谁算大病患者？">\n\n达到大病患者标准的。\n\n</Question>',
    GUESSES[0] ?? '',
  ],
  [
    'a list of its own',
    { collection: 'policies', fields: 'eligibility: [属于本政策补贴范围的人]' },
    GUESSES[0] ?? '',
  ],
  [
    'who can, by who can',
    '<Question ask="哪些人可以报名？">\n\n满足报名要求的。\n\n</Question>',
    GUESSES[0] ?? '',
  ],
  ['an answer above', '<Question ask="孩子能办吗？">\n\n见上一条。\n\n</Question>', GUESSES[1] ?? ''],
  ['an answer said before', '<Question ask="要钱吗？">\n\n前面已经说过了。\n\n</Question>', GUESSES[1] ?? ''],
  ['a field above', { collection: 'policies', fields: 'documents: [户口本, 同上]' }, GUESSES[1] ?? ''],
  [
    'a reference to a step',
    { collection: 'policies', fields: 'steps: [{title: 去村里, detail: 参见第一条}]' },
    GUESSES[1] ?? '',
  ],
  ['officialese among plain words', '您家要是符合，就去村里报名。', GUESSES[2] ?? ''],
  ['a check that somebody does', '村里会派人来核实您家的地。', GUESSES[2] ?? ''],
  ['a rule that nobody names', '多出来的钱按照有关规定处理。', GUESSES[2] ?? ''],
  ['a time that nobody names', '请在规定时间内交。', GUESSES[2] ?? ''],
  ['an office of somewhere', '去问当地政府。', GUESSES[2] ?? ''],
  ['a measure of somewhere', '能领多少，看当地标准。', GUESSES[2] ?? ''],
  ['somebody who decides', '由县里认定以后，再发钱。', GUESSES[2] ?? ''],
  [
    'a table of unknowns',
    '| 什么 | 多少 |\n| --- | --- |\n| 补多少 | 待定 |\n| 哪天发 | 目前还没有确定 |',
    GUESSES[3] ?? '',
  ],
  ['a list of unknowns', '- 哪天开始：还不清楚\n- 补多少：等通知\n- 在村委会报名', GUESSES[3] ?? ''],
];

test.each(BAD)('%s is found', (_, example, rule) => {
  expect(found(example).map((finding) => finding.split(' ')[0])).toContain(rule);
});

const han = (minLength: number, maxLength: number) =>
  fc.string({
    unit: fc.constantFrom(...'村里老人孩子看病上学种地养羊修房存钱借还车路水电'),
    minLength,
    maxLength,
  });

test('an explanation that contains its term is circular, whatever the other text', () => {
  fc.assert(
    fc.property(han(2, 6), han(0, 12), han(0, 12), (term, before, after) => {
      expect(isCircular(term, `${before}${term}${after}。`)).toBe(true);
    }),
  );
});

test('quotations are never reported, at any position', () => {
  const official = fc.constantFrom('符合条件', '按规定', '缴纳', '经县里认定', '当地标准', '予以核实');
  const marks = fc.constantFrom('“”', '《》', '「」');
  fc.assert(
    fc.property(han(0, 12), official, marks, han(0, 12), (before, word, [open = '', close = ''], after) => {
      expect(findReported(`${before}${open}${before}${word}${after}${close}${after}`)).toEqual([]);
      expect(findReported(`${before}，${word}，${after}`)).not.toEqual([]);
    }),
  );
});
