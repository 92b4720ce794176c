/** Who qualifies, who does not, what to bring and which steps to take, in the forms in which notices say it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { TO_WRITE } from '../../schema/starting-file.ts';
import { policySections } from './policy-sections.ts';
import type { Step } from './steps.ts';
import { subjectOf } from './subject-words.ts';

const values = (...lines: string[]) =>
  Object.fromEntries(Object.entries(policySections(lines)).map(([name, { value }]) => [name, value]));
const titles = (...lines: string[]) => ((values(...lines).steps ?? []) as Step[]).map(({ title }) => title);

describe('lists', () => {
  test('of a letter have questions as headings and bullets as numbers', () => {
    expect(
      values(
        '谁可以参加？',
        '◆ 具有本县户籍的妇女',
        '◆ 三年内没有检查过',
        '哪些情况不宜参加？',
        '◆ 妊娠期的',
      ),
    ).toEqual({ eligibility: ['具有本县户籍的妇女', '三年内没有检查过'], exclusions: ['妊娠期的'] });
  });

  test('of questions and answers are the answers', () => {
    expect(values('三、问：要带什么材料？', '答：身份证、诊断证明。', '四、问：怎么申请？')).toEqual({
      documents: ['身份证', '诊断证明'],
    });
  });

  test('of several kinds of applicants are all of them', () => {
    expect(
      values('三、申请材料', '毕业生需要：', '1.毕业证', '2.执照', '退役军人需要：', '1.退役证').documents,
    ).toEqual(['毕业证', '执照', '退役证']);
    expect(
      values('三、申请材料', '1.孤儿', '（1）户口簿；（2）判决书；', '2.困境儿童', '（1）残疾证').documents,
    ).toEqual(['户口簿', '判决书', '残疾证']);
  });

  test('inside a list belong to their own subject', () => {
    expect(
      values(
        '二、招募条件',
        '（一）招募对象：往届毕业生。',
        '（二）应具备以下条件：',
        '1.大专以上学历；',
        '2.30周岁以下。',
        '（三）有下列情形之一的不得报名：',
        '1.在读学生；',
        '2.受过刑事处罚的。',
      ),
    ).toEqual({
      eligibility: ['往届毕业生', '大专以上学历', '30周岁以下'],
      exclusions: ['在读学生', '受过刑事处罚的'],
    });
  });

  test('on the line of their announcement end with the sentence', () => {
    expect(
      values('申请家庭应当同时具备下列条件：年满18周岁；在城区无房。三年内转让过住房的，不得申请。'),
    ).toEqual({ eligibility: ['年满18周岁', '在城区无房'], exclusions: ['三年内转让过住房的'] });
  });

  test('behind a sentence about others belong to the exclusions', () => {
    expect(
      values('一、奖补范围', '全县常住农户均可申报。以下情况除外：', '1.搬迁的村；', '2.空心房。'),
    ).toEqual({
      eligibility: ['全县常住农户'],
      exclusions: ['搬迁的村', '空心房'],
    });
  });
});

describe('sections', () => {
  test('below bullets end at the next bullet of the same kind, not at the numbers of their own steps', () => {
    expect(titles('◆ 申请方式', '第一步：家长填报；', '第二步：村里核对；', '◆ 时间', '10月25日止')).toEqual([
      '家长填报',
      '村里核对',
    ]);
  });

  test('numbered Ⅰ or 甲 are read as those numbered 一', () => {
    expect(
      values('Ⅱ．享受对象：本县户籍居民；现役官兵。', 'Ⅲ．不适用情形：土葬的。', 'Ⅳ．需带：身份证。'),
    ).toEqual({
      eligibility: ['本县户籍居民', '现役官兵'],
      exclusions: ['土葬的'],
      documents: ['身份证'],
    });
    expect(values('甲、认定条件', '失去父母的儿童。', '须提供：', '户口簿；身份证；', '乙、标准')).toEqual({
      eligibility: ['失去父母的儿童'],
      documents: ['户口簿', '身份证'],
    });
  });

  test('of a chapter are its articles, without the lists that say something else', () => {
    const found = values(
      '第二章 对象和标准',
      '第三条 年满80周岁的老年人，可以申领高龄津贴。',
      '第四条 津贴按下列标准发放：',
      '（一）80周岁至89周岁，每人每月80元；',
      '第五条 有下列情形之一的，停止发放：',
      '（一）户籍迁出本县的；',
      '（二）死亡的。',
      '第三章 申 领 程 序',
      '第六条 本人持下列材料向乡镇便民服务中心申请：',
      '（一）身份证；',
      '（二）户口簿。',
      '第七条 县民政局在3个工作日内审批。',
    );
    expect(found).toMatchObject({
      eligibility: ['年满80周岁的老年人'],
      exclusions: ['户籍迁出本县的', '死亡的'],
      documents: ['身份证', '户口簿'],
    });
    expect(found.steps).toHaveLength(2);
  });

  test.each([
    ['谁家不行', 'exclusions'],
    ['这些情况领不到', 'exclusions'],
    ['哪些情况要停发？', 'exclusions'],
    ['不赔的情况', 'exclusions'],
    ['支持谁', 'eligibility'],
    ['哪些老人能领？', 'eligibility'],
    ['接种当天携带', 'documents'],
    ['怎样接种', 'steps'],
    ['怎么个办法？', 'steps'],
    ['投保手续', 'steps'],
  ])('with the heading %s are about %s', (heading, subject) =>
    expect(subjectOf(heading.replace('？', ''))).toBe(subject),
  );

  test('the first line of a broken sentence is no heading', () => {
    expect(subjectOf('对不符合法定条件的申请人发放许可证或')).toBeUndefined();
    expect(subjectOf('者不在法定期限内发放烟草专卖许可证的')).toBeUndefined();
  });

  test('a mishap is no procedure', () => {
    expect(subjectOf('还有不清楚的怎么办')).toBeUndefined();
  });

  test('a condition before a list is one of the conditions', () => {
    expect(
      values(
        '一、对象',
        '本县户籍的退役军人，因下列原因之一造成生活困难的：',
        '（一）患重病；',
        '（二）遭火灾。',
      ).eligibility,
    ).toEqual(['本县户籍的退役军人', '患重病', '遭火灾']);
  });

  test('sums below who qualifies are not conditions', () => {
    expect(
      values('一、发放范围与标准', '在县外务工连续满3个月的脱贫劳动力：', '跨省务工的，每人补助600元；')
        .eligibility,
    ).toEqual(['在县外务工连续满3个月的脱贫劳动力']);
  });
});

describe('sentences', () => {
  test.each([
    ['由国家机关发放丧葬费的亡故人员，不享受本政策。', ['由国家机关发放丧葬费的亡故人员']],
    ['预科生不予办理。', ['预科生']],
    ['往年陈粮不列入最低收购价收购范围。', ['往年陈粮']],
    ['负有法定职责的人员在履行职责时的行为，不适用本办法。', ['负有法定职责的人员在履行职责时的行为']],
    ['已由其他渠道报销费用的，不再重复救助。', ['已由其他渠道报销费用的']],
    ['林权不清的公益林，暂不发放补偿资金，待确定后补发。', ['林权不清的公益林']],
    ['长期无人居住的、已享受过补贴的，均不纳入。', ['长期无人居住的', '已享受过补贴的']],
    ['家里有人在财政供养岗位的，不予聘用。', ['家里有人在财政供养岗位的']],
    ['在监狱服刑的，暂停发放。', ['在监狱服刑的']],
    ['正在享受其他就业补贴的除外。', ['正在享受其他就业补贴的']],
    ['处在疫区的猪场暂不承保。', ['处在疫区的猪场']],
    ['逾期未提交的，不予受理。', undefined],
    ['对符合法定条件的申请不予受理的；', undefined],
    ['各库点不得打“白条”。', undefined],
    ['年满16周岁，非不属于职工养老保险制度覆盖范围的居民可以参保。', undefined],
  ])('who is excluded: %s', (line, exclusions) => expect(values(line).exclusions).toEqual(exclusions));

  test.each([
    [
      '投保时请带身份证、“一卡通”存折、土地承包合同，到村部登记。',
      ['身份证', '“一卡通”存折', '土地承包合同'],
    ],
    ['消费者应当配合提供身份证信息、收货地址、旧家电照片。', ['身份证信息', '收货地址', '旧家电照片']],
    ['本人填写《经济补助审批表》。', ['《经济补助审批表》']],
    ['农户凭流转合同领。', ['流转合同']],
    ['填写《申报表》，附身份证复印件、现场照片，交村委会。', ['身份证复印件', '现场照片', '《申报表》']],
    ['请把知情同意书交给班主任。', ['知情同意书']],
    ['在本县就读的、经公安机关出具证明的遗体可以免费。', undefined],
    ['县局收到申请人提交的申请材料后审查。', undefined],
    ['提供虚假材料的，取消资格。', undefined],
    ['要带什么材料？', undefined],
  ])('what to bring: %s', (line, documents) => expect(values(line).documents).toEqual(documents));

  test.each([
    ['受理后由街道初审，中心会同民政部门联合审核，审核结果公示10日，无异议的参加摇号。', 4],
    ['先由村里登记面积，农技站核对以后出单，农户凭单领种。', 3],
    ['申报由农户提出，交村委会。村级初验并公示，乡镇组织复验，合格的由县财政局兑付。', 4],
    ['兑现工作分三步走。七月底前，村里核对地块。八月，县里验收。十月起，财政局打款。', 3],
    ['四、流程：登录系统注册→填写申请表→到现场签合同→银行放款。', 4],
  ])('the steps: %s', (line, count) => expect(titles(line)).toHaveLength(count));

  test('a place of a course or an examination is not where one applies', () => {
    expect(values('考试程序：笔试—面试—体检。', '培训地点：县技校实训楼。').steps).toEqual([
      { title: '笔试' },
      { title: '面试' },
      { title: '体检' },
      { title: `${TO_WRITE}培训`, where: '县技校实训楼' },
    ]);
  });
});

test('nothing is found that does not stand in the text, whatever its lines', () => {
  const read = (name: string) =>
    parse(readFileSync(join(import.meta.dirname, '../examples', name), 'utf8'), { schema: 'failsafe' }) as {
      lines: unknown[];
    }[];
  const lines = [...read('notices.yml'), ...read('varied-notices.yml')].flatMap((notice) =>
    notice.lines.filter((line) => typeof line === 'string'),
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 14 }), (some) => {
      const text = some.join('\n');
      const found = values(...some);
      const steps = (found.steps ?? []) as Step[];
      const said = [
        ...['eligibility', 'exclusions', 'documents'].flatMap((name) => (found[name] ?? []) as string[]),
        ...steps.map(({ title }) => title).filter((title) => !title.startsWith(TO_WRITE)),
        ...steps.flatMap(({ where = '' }) => where.split('；')),
      ];
      for (const each of said) expect(text).toContain(each);
    }),
    { numRuns: 200, seed: 1 },
  );
});
